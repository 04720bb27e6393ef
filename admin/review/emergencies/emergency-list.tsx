import { useEffect, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { nameOf } from "../../../src/editorial/rights.ts";
import { shortMoment } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { loadEmergencies, type WaitingEmergency } from "./load-emergencies.ts";

/** How often the list is read again, in milliseconds. */
const interval = 15_000;

/** What was published in an emergency, until somebody else approves it or it is withdrawn; nothing where there is nothing. */
export function EmergencyList({ portal, fresh }: { portal: Portal | undefined; fresh: string }) {
  const waiting = useEmergencies(fresh);
  if (waiting.length === 0) return null;
  return (
    <section class="emergencies" aria-labelledby="dang-khan">
      <h2 id="dang-khan">
        Đăng khẩn – chờ duyệt sau <span class="count">{waiting.length}</span>
      </h2>
      <ul>
        {waiting.map((one) => (
          <Row key={one.number} emergency={one} portal={portal} />
        ))}
      </ul>
    </section>
  );
}

function Row({ emergency, portal }: { emergency: WaitingEmergency; portal: Portal | undefined }) {
  const { number, title, by, reason, at, due, takesDown } = emergency;
  const overdue = new Date(due) < new Date();
  return (
    <li>
      <a href={addressOf({ page: "submission", number })}>{title}</a>
      <span class="mark" data-tone={overdue ? "stop" : "wait"}>
        {overdue ? "Quá hạn từ" : "Hạn"} {shortMoment(due)}
      </span>
      <p>
        {portal ? nameOf(portal, by) : by} {takesDown ? "gỡ" : "đăng"} lúc {shortMoment(at)}: «{reason}»
      </p>
    </li>
  );
}

function useEmergencies(fresh: string): readonly WaitingEmergency[] {
  const { github } = useDesk();
  const [waiting, setWaiting] = useState<readonly WaitingEmergency[]>([]);
  useEffect(() => {
    let stopped = false;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      loadEmergencies(github).then(
        (found) => {
          if (!stopped) setWaiting(found);
        },
        // The queue below tells what is wrong; the next look is soon.
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, interval);
    document.addEventListener("visibilitychange", look);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [github, fresh]);
  return waiting;
}
