import { useRef, useState } from "preact/hooks";
import type { DraftKeeper } from "../drafts/keep-drafts.ts";
import { textBroughtIn } from "../paste.ts";
import { readWord } from "../word-import.ts";

/** Fills a new article from a Word document: title, summary, body, pictures. */
export function WordImport({ drafts }: { drafts: DraftKeeper }) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"" | "reading" | { failure: string }>("");
  const read = async (file: File) => {
    const library = drafts.library();
    if (!library) return;
    setState("reading");
    try {
      const { title, summary, body, pictures, notes } = await readWord(file, library);
      drafts.bringIn(filled(drafts.form()?.data ?? {}, { title, summary, body }), pictures);
      window.dispatchEvent(new CustomEvent(textBroughtIn, { detail: notes.join(" ") }));
      setState("");
    } catch (error) {
      setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <span class="bar-links">
      {typeof state === "object" && <span role="alert">{state.failure}</span>}
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        data-word=""
        aria-label="Tệp Word để nhập"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void read(file);
        }}
      />
      <button
        type="button"
        data-kind="quiet"
        disabled={state === "reading"}
        onClick={() => input.current?.click()}
      >
        {state === "reading" ? "Đang đọc tệp …" : "Nhập từ Word"}
      </button>
    </span>
  );
}

/** What was written already stays: what the document has for a filled field begins its body. */
function filled(
  form: Readonly<Record<string, unknown>>,
  { title, summary, body }: { title: string; summary: string; body: string },
): Record<string, string> {
  const words = (key: string) => (typeof form[key] === "string" ? form[key] : "");
  return {
    title: words("title") || title,
    summary: words("summary") || summary,
    body: [
      words("body"),
      words("title") && title ? `## ${title}` : "",
      words("summary") && summary ? summary : "",
      body,
    ]
      .filter(Boolean)
      .join("\n\n"),
  };
}
