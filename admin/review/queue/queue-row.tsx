import type { Portal } from "../../../src/content-model/portal.ts";
import type { Nature } from "../../../src/editorial/changes.ts";
import type { Progress } from "../../../src/editorial/submission-view.ts";
import { nameOf } from "../../../src/editorial/verdict.ts";
import { age, longDate } from "../../shared/time.ts";
import { addressOf } from "../route.ts";
import type { QueueItem } from "./load-queue.ts";

const natureName: Record<Nature, string> = { new: "Mới", change: "Sửa", withdrawal: "Gỡ" };

/** One submission in the list; the whole row opens it. */
export function QueueRow(props: { item: QueueItem; portal: Portal | undefined; mine: boolean }) {
  const { item, portal, mine } = props;
  const author = portal ? nameOf(portal, item.author) : item.author;
  return (
    <li class="row">
      <a class="row-title" href={addressOf({ page: "submission", number: item.number })}>
        {item.title}
      </a>
      <p class="row-meta">
        {item.nature && <span class="nature">{natureName[item.nature]}</span>}
        {item.site && <span>{item.site}</span>}
        {item.section && <span>{item.section}</span>}
        <span>{mine ? `${author} (bạn)` : author}</span>
        <time dateTime={item.since} title={longDate(item.since)}>
          {age(item.since)}
        </time>
      </p>
      {item.tab === "tra-lai" && item.returnReason && <p class="row-reason">{item.returnReason}</p>}
      {item.tab !== "da-dang" && <CheckMark check={item.check} />}
    </li>
  );
}

/** How the checks went, in their own words. */
function CheckMark({ check }: { check: Progress | undefined }) {
  if (!check || check.state === "pending")
    return (
      <span class="mark" data-tone="wait">
        Đang kiểm tra
      </span>
    );
  return (
    <span class="mark" data-tone={check.state === "success" ? "go" : "stop"}>
      {check.description || (check.state === "success" ? "Đạt" : "Cần sửa")}
    </span>
  );
}
