import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeptText } from "./kept-text.ts";

interface Props {
  /** Under which the text is kept while it is typed. */
  name: string;
  label: string;
  /** What is often said, to be chosen from. */
  canned?: { legend: string; lines: readonly string[] };
  /** What is said where the text is too short; no text is needed without it. */
  missing?: string;
  /** The shortest text that is enough. */
  shortest?: number;
  submit: { label: string; busy: string; danger?: boolean };
  busy: boolean;
  onCancel: () => void;
  /** Resolves to whether it was accepted; what was typed is kept until then. */
  onSubmit: (text: string) => Promise<boolean>;
  children?: ComponentChildren;
}

/** Asks for the words that go with a decision: the author, a higher approver or an auditor works from them. */
export function WordsForm(props: Props) {
  const { name, label, canned, missing, shortest = 1, submit, busy, onCancel, onSubmit, children } = props;
  const [text, setText] = useKeptText(name);
  const [asked, setAsked] = useState(false);
  const words = text.trim();
  const tooShort = missing !== undefined && words.length < shortest;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const toggle = (line: string) => {
    const lines = text.split("\n").filter(Boolean);
    const next = lines.includes(line) ? lines.filter((one) => one !== line) : [...lines, line];
    setText(next.join("\n"));
  };
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (tooShort) field.current?.focus();
    else
      void onSubmit(words).then((accepted) => {
        if (accepted) setText("");
      });
  };
  return (
    <form class="words-form" onSubmit={send}>
      {canned && (
        <fieldset>
          <legend>{canned.legend}</legend>
          <div class="reasons">
            {canned.lines.map((line) => (
              <button
                key={line}
                type="button"
                aria-pressed={text.split("\n").includes(line)}
                onClick={() => {
                  toggle(line);
                }}
              >
                {line}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <label>
        <span>{label}</span>
        <textarea
          ref={field}
          rows={4}
          value={text}
          aria-invalid={asked && tooShort}
          aria-describedby={asked && tooShort ? `${name}-missing` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") onCancel();
          }}
        />
      </label>
      {asked && tooShort && (
        <p id={`${name}-missing`} class="failure" role="alert">
          {missing}
        </p>
      )}
      {children}
      <div class="actions">
        <button type="submit" class={submit.danger ? "danger solid" : "primary"} disabled={busy}>
          {busy ? submit.busy : submit.label}
        </button>
        <button type="button" class="secondary" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </form>
  );
}
