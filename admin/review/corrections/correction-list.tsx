import { shortMoment } from "../../shared/time.ts";
import { addressOf } from "../route.ts";
import { useCorrections } from "./use-corrections.ts";

/** What people ask to be corrected, until it is or somebody has answered; nothing where nothing waits. */
export function CorrectionList({ fresh }: { fresh: string }) {
  const [waiting] = useCorrections(fresh);
  if (waiting.length === 0) return null;
  return (
    <section class="emergencies corrections" aria-labelledby="dinh-chinh">
      <h2 id="dinh-chinh">
        Đề nghị đính chính – chờ trả lời <span class="count">{waiting.length}</span>
      </h2>
      <ul>
        {waiting.map(({ id, number, title, who, text, at }) => (
          <li key={id}>
            <a href={addressOf({ page: "submission", number })}>{title}</a>
            <p>
              {who}, {shortMoment(at)}: «{text}»
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
