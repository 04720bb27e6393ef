import { useState } from "preact/hooks";
import {
  longestAnswer,
  opinionVerdictName,
  opinionVerdicts,
  type DeskOpinion,
} from "../../../src/editorial/opinion-answers.ts";
import { shortMoment } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";
import { useKeptText } from "../submission/kept-text.ts";
import { useSending } from "../use-sending.ts";

const toneOf: Record<DeskOpinion["verdict"], string> = {
  "": "wait",
  "tiep-thu": "go",
  "tiep-thu-mot-phan": "go",
  "giai-trinh": "done",
  "ngoai-pham-vi": "stop",
};

/** What the answer is for, by what is made of the comment. */
const hintOf: Record<DeskOpinion["verdict"], string> = {
  "": "",
  "tiep-thu": "Sửa gì trong dự thảo. Ví dụ: Điều 4, chừa lối đi bộ rộng ít nhất 1,5 m",
  "tiep-thu-mot-phan": "Phần nào tiếp thu, phần nào không và vì sao.",
  "giai-trinh": "Vì sao không tiếp thu.",
  "ngoai-pham-vi": "Không đăng và không đếm vào số ý kiến. Ghi lý do nếu cần nhớ.",
};

interface Props {
  opinion: DeskOpinion;
  onHandled: (opinion: DeskOpinion) => void;
}

/** One comment: what it says, who sent it, and what is made of it. */
export function OpinionCard({ opinion, onHandled }: Props) {
  const { id, code, at, text, name, unit, email, verdict, answer, handledBy } = opinion;
  const [editing, setEditing] = useState(false);
  const sender = [name, unit].filter(Boolean).join(", ");
  return (
    <li class="row result opinion">
      <div class="row-head">
        <span class="opinion-code">{code}</span>
        {verdict !== "" && (
          <span class="mark" data-tone={toneOf[verdict]}>
            {opinionVerdictName[verdict]}
          </span>
        )}
      </div>
      <p class="row-meta">
        <span>{shortMoment(at)}</span>
        <span>{sender || "Không ghi tên"}</span>
        {email && (
          <span>
            <a href={`mailto:${email}`}>{email}</a>
          </span>
        )}
      </p>
      <blockquote class="opinion-text">{text}</blockquote>
      {verdict !== "" && !editing ? (
        <div class="opinion-answer">
          {answer && <p>{answer}</p>}
          <p class="quiet">
            {handledBy} ghi.{" "}
            <button
              type="button"
              class="plain"
              onClick={() => {
                setEditing(true);
              }}
            >
              Sửa<span class="visually-hidden"> cách xử lý ý kiến {code}</span>
            </button>
          </p>
        </div>
      ) : (
        <Handling
          key={id}
          opinion={opinion}
          onDone={(one) => {
            setEditing(false);
            if (one) onHandled(one);
          }}
        />
      )}
    </li>
  );
}

/** Asks what is made of the comment. What is typed is kept until the newsroom has it. */
function Handling({
  opinion,
  onDone,
}: {
  opinion: DeskOpinion;
  onDone: (opinion: DeskOpinion | undefined) => void;
}) {
  const { newsroom } = useDesk();
  const { id, code } = opinion;
  const [verdict, setVerdict] = useState(opinion.verdict);
  const [kept, setKept] = useKeptText(`tra-loi-gop-y-${String(id)}`);
  const [typed, setTyped] = useState(false);
  const answer = typed || kept !== "" ? kept : opinion.answer;
  const { busy, failure, setFailure, send } = useSending();
  const save = async () => {
    const handled = await newsroom?.handleOpinion(id, { verdict, answer });
    setKept("");
    setTyped(false);
    onDone(handled);
  };
  return (
    <form
      class="opinion-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict === "") setFailure("Hãy chọn cách xử lý.");
        else void send(save);
      }}
    >
      <fieldset>
        <legend>
          Cách xử lý<span class="visually-hidden"> ý kiến {code}</span>
        </legend>
        <div class="opinion-verdicts">
          {opinionVerdicts.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`xu-ly-${String(id)}`}
                checked={verdict === one}
                onChange={() => {
                  setVerdict(one);
                  setFailure("");
                }}
              />
              {opinionVerdictName[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {verdict !== "" && (
        <label>
          <span>Trả lời (sẽ vào kết quả công bố)</span>
          <textarea
            rows={2}
            maxLength={longestAnswer}
            value={answer}
            aria-describedby={`goi-y-${String(id)}`}
            onInput={(event) => {
              setTyped(true);
              setKept(event.currentTarget.value);
            }}
          />
          <span class="quiet" id={`goi-y-${String(id)}`}>
            {hintOf[verdict]}
          </span>
        </label>
      )}
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="secondary" disabled={busy}>
          {busy ? "Đang lưu…" : "Lưu cách xử lý"}
          <span class="visually-hidden"> ý kiến {code}</span>
        </button>
        {opinion.verdict !== "" && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              setKept("");
              onDone(undefined);
            }}
          >
            Thôi
          </button>
        )}
      </div>
    </form>
  );
}
