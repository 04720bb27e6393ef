import { z } from "zod";
import type { DeskSettings } from "../../src/editorial/cms-config.ts";

/** Where Decap's github backend keeps who is signed in; one sign-in serves the CMS and the review page. */
const storageKey = "decap-cms-user";

/** The browser's own fetch: the CMS page later puts the kept token into every request, here it is a new one that counts. */
const send = fetch.bind(globalThis);

const userSchema = z.looseObject({
  token: z.string().min(1),
  login: z.string(),
  name: z.string().nullish(),
});

/** Who is signed in, with the token that proves it. */
export type SignedInUser = z.infer<typeof userSchema>;

/** Who is signed in in this browser; undefined if nobody is. */
export function signedInUser(): SignedInUser | undefined {
  try {
    return userSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "null")).data;
  } catch {
    return undefined;
  }
}

/** Opens the sign-in window and keeps the user it names. Must be called from a click, or the browser blocks the window. */
export async function signIn(desk: DeskSettings): Promise<SignedInUser> {
  const token = await askForToken(desk);
  const response = await send(`${desk.api}/user`, { headers: { Authorization: `token ${token}` } });
  if (!response.ok) throw new Error("Đăng nhập không thành công, hãy thử lại.");
  const user = userSchema.parse({ ...((await response.json()) as object), token });
  localStorage.setItem(storageKey, JSON.stringify({ ...user, backendName: "github" }));
  return user;
}

/** Forgets the user in this browser and has the token revoked. */
export async function signOut(desk: DeskSettings): Promise<void> {
  const token = signedInUser()?.token;
  localStorage.removeItem(storageKey);
  if (token) await revoke(desk, token);
}

/** Has a token revoked; a server that cannot be reached leaves it to expire. */
export async function revoke(desk: DeskSettings, token: string): Promise<void> {
  const headers = { Authorization: `token ${token}` };
  await send(desk.signOut, { method: "POST", headers }).catch(() => undefined);
}

/** The handshake that Decap's own sign-in uses; only the window's exact origin is heard. */
function askForToken(desk: DeskSettings): Promise<string> {
  const address = new URL(desk.signIn);
  address.search = new URLSearchParams({
    provider: "github",
    site_id: location.hostname,
    scope: "repo",
  }).toString();
  const popup = window.open(address, "dang-nhap", "width=520,height=640");
  if (!popup)
    return Promise.reject(new Error("Trình duyệt đã chặn cửa sổ đăng nhập; hãy cho phép rồi bấm lại."));
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      window.removeEventListener("message", listen);
      clearInterval(watch);
      popup.close();
      act();
    };
    const listen = ({ data, origin, source }: MessageEvent<unknown>) => {
      if (origin !== address.origin || source !== popup || typeof data !== "string") return;
      if (data === "authorizing:github") popup.postMessage(data, origin);
      const [, outcome, json = "{}"] = /^authorization:github:(success|error):(.+)$/.exec(data) ?? [];
      if (!outcome) return;
      const answer = z
        .object({ token: z.string().optional(), message: z.string().optional() })
        .parse(JSON.parse(json));
      const { token, message } = answer;
      finish(() => {
        if (outcome === "success" && token) resolve(token);
        else reject(new Error(message ?? "Đăng nhập không thành công."));
      });
    };
    const watch = setInterval(() => {
      if (popup.closed)
        finish(() => {
          reject(new Error("Cửa sổ đăng nhập đã đóng."));
        });
    }, 500);
    window.addEventListener("message", listen);
  });
}
