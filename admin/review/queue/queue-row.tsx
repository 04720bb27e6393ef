import type { Portal } from "../../../src/content-model/portal.ts";
import { entryForms } from "../../../src/content-model/entry-schemas.ts";
import type { Nature } from "../../../src/editorial/changes.ts";
import { editAddress } from "../../../src/editorial/collection-name.ts";
import { dueOf, isUrgent, type QueueItem } from "../../../src/editorial/queue-item.ts";
import type { Progress } from "../../../src/editorial/submission-view.ts";
import { nameOf } from "../../../src/editorial/verdict.ts";
import { dueState, type WorkingCalendar } from "../../../src/editorial/working-time.ts";
import { age, longDate, shortMoment } from "../../shared/time.ts";
import { siteOf, useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";

const natureName: Record<Nature, string> = { new: "Mới", change: "Sửa", withdrawal: "Gỡ" };

/** One submission in the list; the whole row opens it. */
export function QueueRow(props: {
  item: QueueItem;
  portal: Portal | undefined;
  calendar: WorkingCalendar;
  now: Date;
}) {
  const { item, portal, calendar, now } = props;
  const { settings, user } = useDesk();
  const personName = (login: string) =>
    `${portal ? nameOf(portal, login) : login}${login === user.login ? " (bạn)" : ""}`;
  const site = siteOf(settings, item.site);
  const section = site?.sections.find(({ id }) => id === item.section)?.name;
  return (
    <li class="row">
      <div class="row-head">
        {isUrgent(item, now) && item.tab !== "da-dang" && <span class="urgent">Khẩn</span>}
        <a class="row-title" href={pageOf(item)}>
          {item.title}
        </a>
      </div>
      <p class="row-meta">
        {item.nature && <span class="nature">{natureName[item.nature]}</span>}
        {item.kind && item.kind !== "news" && <span>{entryForms[item.kind].singular}</span>}
        {site && <span>{site.shortName}</span>}
        {section && <span>{section}</span>}
        <span>{personName(item.author)}</span>
        {item.assignees && <span class="handed">giao cho {item.assignees.map(personName).join(", ")}</span>}
        <When item={item} now={now} />
      </p>
      {item.tab === "tra-lai" && item.returnReason && <p class="row-reason">{item.returnReason}</p>}
      <div class="row-marks">
        {item.forHigher && (
          <span class="mark" data-tone="wait">
            Trình lãnh đạo
          </span>
        )}
        <Due item={item} calendar={calendar} now={now} />
        {item.tab !== "da-dang" && item.tab !== "hen-gio" && <CheckMark check={item.check} />}
      </div>
    </li>
  );
}

function pageOf({ number, entry }: QueueItem): string {
  if (number !== undefined) return addressOf({ page: "submission", number });
  return entry ? editAddress(entry) : "#/";
}

/** Since when it waits, or when readers will see it. */
function When({ item, now }: { item: QueueItem; now: Date }) {
  const moment = item.tab === "hen-gio" ? item.publishAt : item.since;
  if (moment === undefined) return null;
  const said = item.tab === "hen-gio" ? `lên lúc ${shortMoment(moment)}` : age(moment, now);
  return (
    <time dateTime={moment} title={longDate(moment)}>
      {item.tab === "cho-duyet" ? `gửi ${said}` : said}
    </time>
  );
}

/** How much working time is left for it. */
function Due({ item, calendar, now }: { item: QueueItem; calendar: WorkingCalendar; now: Date }) {
  const due = dueOf(item, calendar);
  if (!due) return null;
  const { tone, words } = dueState(due, now, calendar);
  return (
    <time
      class="due"
      dateTime={due.toISOString()}
      title={`Hạn: ${longDate(due.toISOString())}`}
      data-due={tone}
    >
      {words}
    </time>
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
