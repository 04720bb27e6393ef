import { escapeMarkup } from "../foundation/escape-markup.ts";
import { shortestPassword } from "./password-rule.ts";

/** The page of the sign-in popup. It stands alone: no picture, font or script from anywhere else. */
export function signInPage({ title, nonce }: { title: string; nonce: string }): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đăng nhập · ${escapeMarkup(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<header>
<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#9c1c1f"/><path d="M4.5 13.5C9 12.8 13.2 10 16 6.5c2.8 3.5 7 6.3 11.5 7-.6.9-1.6 1.5-3 1.5h-17c-1.4 0-2.4-.6-3-1.5z" fill="#f3c969"/><path d="M8 17h16v9.5h-4V23a4 4 0 0 0-8 0v3.5H8z" fill="#fff"/></svg>
<p class="product">Cổng</p>
<p class="portal">${escapeMarkup(title)}</p>
</header>
<form id="form" novalidate>
<h1 id="heading">Đăng nhập</h1>
<p id="message" role="alert" hidden></p>
<label for="login">Tên đăng nhập</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
<label for="password">Mật khẩu</label>
<div class="secret">
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="button" id="reveal" aria-pressed="false" aria-controls="password">Hiện</button>
</div>
<div id="change" hidden>
<label for="new">Mật khẩu mới</label>
<p class="hint" id="rule">Ít nhất ${String(shortestPassword)} ký tự. Một câu ngắn dễ nhớ là mật khẩu tốt.</p>
<input id="new" name="new" type="password" autocomplete="new-password" aria-describedby="rule">
<label for="again">Nhập lại mật khẩu mới</label>
<input id="again" name="again" type="password" autocomplete="new-password">
</div>
<button type="submit" id="submit">Đăng nhập</button>
<button type="button" id="toggle" class="plain">Đổi mật khẩu</button>
<p class="hint">Quên mật khẩu? Hãy liên hệ cán bộ kỹ thuật phụ trách cổng.</p>
</form>
<noscript><p class="hint">Trang này cần JavaScript để đăng nhập.</p></noscript>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

const style = `
/* The desk's own colours (admin/review/styles/tokens.css). */
:root { color-scheme: light dark; --ink: light-dark(#1b1e24, #e9ebef); --soft: light-dark(#565c68, #a6adba); --line: light-dark(#858b97, #767d8b);
  --edge: light-dark(#dcdfe6, #343a46); --paper: light-dark(#fff, #1c1f26); --ground: light-dark(#f3f4f7, #14161b); --main: light-dark(#1a4e92, #93bdf5);
  --on-main: light-dark(#fff, #101217); --wrong: light-dark(#a3161b, #ffa297); --wrong-soft: light-dark(#fdf0f0, #3a1c1a);
  --done: light-dark(#14603a, #74d3a2); --done-soft: light-dark(#edf7f1, #17301f); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--ground);
  color: var(--ink); font: 16px/1.5 "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { width: 100%; max-width: 380px; }
header { display: grid; grid-template-columns: auto 1fr; column-gap: 14px; align-items: center; margin-bottom: 20px; }
header svg { width: 44px; height: 44px; grid-row: span 2; }
header p { margin: 0; }
.product { font-size: 22px; font-weight: 700; line-height: 1.2; }
.portal { color: var(--soft); font-size: 15px; line-height: 1.35; }
form { display: grid; gap: 6px; padding: 24px; background: var(--paper); border-radius: 12px; border: 1px solid var(--edge); }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 1.3; }
label { margin-top: 8px; font-weight: 600; font-size: 15px; }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: inherit; font: inherit; }
input[aria-invalid="true"] { border-color: var(--wrong); }
.secret { position: relative; }
.secret input { padding-right: 72px; }
.secret button { position: absolute; inset: 1px 1px 1px auto; width: 64px; border: 0; border-radius: 7px; background: none; color: var(--main); font: inherit; font-size: 14px; cursor: pointer; }
button[type="submit"] { min-height: 46px; margin-top: 18px; border: 0; border-radius: 8px; background: var(--main); color: var(--on-main); font: inherit; font-weight: 600; cursor: pointer; }
button[type="submit"]:hover { filter: brightness(1.12); }
button[type="submit"][aria-disabled="true"] { opacity: .65; cursor: progress; }
:focus-visible { outline: 3px solid #e39b16; outline-offset: 2px; }
#message { margin: 0 0 4px; padding: 10px 12px; border-radius: 8px; background: var(--wrong-soft); color: var(--wrong); }
#message.done { background: var(--done-soft); color: var(--done); }
#change { display: grid; gap: 6px; }
#change[hidden] { display: none; }
#change .hint { margin: 0; }
button.plain { min-height: 44px; border: 0; background: none; color: var(--main); font: inherit; font-weight: 600; cursor: pointer; }
.hint { margin: 12px 0 0; color: var(--soft); font-size: 14px; }
`;

/**
 * The handshake that the CMS expects: the popup greets its opener, the opener answers, and only then, and only if it
 * is of this very origin, is it told the token. The opener closes the popup.
 */
const script = `
const opener = window.opener;
const form = document.getElementById("form");
const message = document.getElementById("message");
const login = document.getElementById("login");
const password = document.getElementById("password");
const submit = document.getElementById("submit");
const reveal = document.getElementById("reveal");
const change = document.getElementById("change");
const chosen = document.getElementById("new");
const again = document.getElementById("again");
const heading = document.getElementById("heading");
const toggle = document.getElementById("toggle");
const provider = "github";
let greeted = false;
let result;
let busy = false;

function say(text, done) {
  message.textContent = text;
  message.hidden = false;
  message.classList.toggle("done", done === true);
}
function changing() { return !change.hidden; }
function showChange(shown) {
  change.hidden = !shown;
  heading.textContent = shown ? "Đổi mật khẩu" : "Đăng nhập";
  submit.textContent = heading.textContent;
  toggle.textContent = shown ? "Không đổi mật khẩu" : "Đổi mật khẩu";
}
function inputs() { return [login, password, chosen, again]; }
/** A page of its own only changes the password: nobody is there to be given the sign-in. */
async function endSignIn(token) {
  await fetch("/dang-xuat", { method: "POST", headers: { Authorization: "token " + token } }).catch(() => undefined);
  form.hidden = true;
  form.before(message);
  say("Đã đổi mật khẩu. Hãy đóng trang này; lần tới, đăng nhập bằng mật khẩu mới.", true);
}
function finish() {
  if (!greeted || !result || !opener) return;
  opener.postMessage("authorization:" + provider + ":success:" + JSON.stringify(result), location.origin);
  say("Đã đăng nhập. Cửa sổ này sẽ tự đóng.", true);
}
function wrong(input, text) {
  say(text);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", "message");
  input.focus();
}

window.addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== opener) return;
  if (event.data === "authorizing:" + provider) { greeted = true; finish(); }
});
if (opener) opener.postMessage("authorizing:" + provider, location.origin);
else if (location.search === "?doi-mat-khau") showChange(true);
else say("Hãy mở trang soạn bài hoặc trang duyệt bài, rồi bấm «Đăng nhập» ở đó.");
toggle.addEventListener("click", () => { showChange(!changing()); (changing() ? chosen : password).focus(); });

reveal.addEventListener("click", () => {
  const shown = password.type === "text";
  password.type = shown ? "password" : "text";
  reveal.setAttribute("aria-pressed", String(!shown));
  reveal.textContent = shown ? "Hiện" : "Ẩn";
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  for (const input of inputs()) { input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); }
  if (login.value.trim() === "") return wrong(login, "Hãy nhập tên đăng nhập.");
  if (password.value === "") return wrong(password, "Hãy nhập mật khẩu.");
  if (changing() && chosen.value === "") return wrong(chosen, "Hãy nhập mật khẩu mới.");
  if (changing() && chosen.value !== again.value) return wrong(again, "Hai lần nhập mật khẩu mới không giống nhau.");
  busy = true;
  submit.setAttribute("aria-disabled", "true");
  submit.textContent = changing() ? "Đang đổi mật khẩu…" : "Đang đăng nhập…";
  try {
    const response = await fetch(location.pathname, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        login: login.value.trim(),
        password: password.value,
        ...(changing() ? { newPassword: chosen.value } : {}),
      }),
    });
    const answer = await response.json();
    if (response.ok && !opener) await endSignIn(answer.token);
    else if (response.ok) { result = { token: answer.token, provider }; finish(); }
    else if (answer.mustChangePassword) { showChange(true); wrong(chosen, answer.message); }
    else wrong(answer.field === "newPassword" ? chosen : password, answer.message);
  } catch {
    say("Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.");
  } finally {
    busy = false;
    submit.removeAttribute("aria-disabled");
    submit.textContent = heading.textContent;
  }
});
`;
