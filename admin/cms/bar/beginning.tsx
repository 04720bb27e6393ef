import { useEffect, useState } from "preact/hooks";
import { entryAddress, entryFolder } from "../../../src/content-model/entry-kinds.ts";
import { articleAbout } from "../../../src/editorial/article-about.ts";
import { readBeginning, type Beginning as Wanted } from "../../../src/editorial/form-beginnings.ts";
import { opinionOutcome } from "../../../src/editorial/opinion-outcome.ts";
import { wordsOf } from "../../shared/call.ts";
import type { Github } from "../../shared/github.ts";
import type { Newsroom } from "../../shared/newsroom.ts";
import type { DraftKeeper, OpenForm } from "../drafts/keep-drafts.ts";
import { textBroughtIn } from "../paste.ts";

interface Props {
  hash: string;
  github: Github;
  newsroom: Newsroom | undefined;
  drafts: DraftKeeper;
}

/** How often it is looked whether the form stands, in milliseconds. */
const interval = 100;

/** Fills in what is known where a form was opened from a document or from the comments on a draft; says where it cannot. */
export function Beginning({ hash, github, newsroom, drafts }: Props) {
  const [failure, setFailure] = useState("");
  useEffect(() => {
    const wanted = readBeginning(hash);
    if (!wanted) return;
    const stop = new AbortController();
    fill(wanted, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) setFailure(wordsOf(error));
    });
    return () => {
      stop.abort();
    };

    async function fill(asked: Wanted, signal: AbortSignal): Promise<void> {
      const [known, form] = await Promise.all([
        asked.of === "document" ? document(asked, github) : opinions(asked.draft, newsroom),
        standing(drafts, signal),
      ]);
      signal.throwIfAborted();
      // Once: after a reload what was typed since is offered, and nothing is written over it.
      history.replaceState(history.state, "", hash.slice(0, hash.indexOf("?")));
      if (drafts.hasChanges()) return;
      const { data, note } = known(form.data);
      if (Object.keys(data).length > 0) drafts.bringIn(data, []);
      window.dispatchEvent(new CustomEvent(textBroughtIn, { detail: note }));
    }
  }, [hash, github, newsroom, drafts]);
  if (!failure) return null;
  return (
    <div class="bar-line" data-tone="stop" role="alert">
      <p>
        <strong>Chưa điền sẵn được.</strong> {failure}
      </p>
    </div>
  );
}

/** What is filled in, by what the form has, and what is said about it. */
type Known = (form: Readonly<Record<string, unknown>>) => { data: Record<string, unknown>; note: string };

async function document(
  { site, year, slug }: Extract<Wanted, { of: "document" }>,
  github: Github,
): Promise<Known> {
  const file = await github.version(`${entryFolder({ kind: "document", site, year })}/${slug}.md`, "main");
  if (!file) throw new Error("Văn bản này không có trên trang. Hãy tìm lại ở «Tìm bài».");
  const data = articleAbout(file.text, entryAddress({ kind: "document", year, slug }) ?? "");
  return () => ({
    data,
    note: `Đã điền sẵn từ văn bản ${String(data["documents"])}. Hãy chọn chuyên mục, rồi viết lại tiêu đề và tóm tắt cho người dân dễ hiểu: việc này đổi gì cho họ, từ khi nào.`,
  });
}

async function opinions(draft: string, newsroom: Newsroom | undefined): Promise<Known> {
  if (!newsroom) throw new Error("Tòa soạn không trả lời; hãy mở lại từ trang «Góp ý dự thảo».");
  const { opinions: all } = await newsroom.opinionsOn(draft);
  const { received, outcome } = opinionOutcome(all);
  return (form) =>
    typeof form["outcome"] === "string" && form["outcome"] !== ""
      ? { data: {}, note: "Dự thảo này đã có kết quả; hãy sửa tiếp ở mục «Kết quả tiếp thu, giải trình»." }
      : {
          data: { received, outcome, outcomeOn: today() },
          note: "Đã điền sẵn kết quả từ cách xử lý các ý kiến gửi qua cổng. Hãy cộng thêm ý kiến nhận bằng thư, công văn, sửa cho gọn, rồi bấm «Lưu» và «Gửi duyệt».",
        };
}

/** Waits until the form of this address stands, with what it fills in itself. */
function standing(drafts: DraftKeeper, signal: AbortSignal): Promise<OpenForm> {
  return new Promise((resolve) => {
    const look = () => {
      const form = drafts.form();
      if (!form || form.data["date"] === "{{now}}") return;
      clearInterval(timer);
      resolve(form);
    };
    const timer = setInterval(look, interval);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
    });
  });
}

/** The calendar day in Viet Nam: `2026-11-20`. */
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
