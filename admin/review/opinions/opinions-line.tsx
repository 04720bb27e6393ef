import { useEffect, useState } from "preact/hooks";
import type { OpinionDraft } from "../../../src/editorial/opinion-answers.ts";
import { useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";

/** Leads editors and approvers to what people say of drafts, and tells how much of it waits. */
export function OpinionsLine({ fresh }: { fresh: string }) {
  const { newsroom } = useDesk();
  const [drafts, setDrafts] = useState<readonly OpinionDraft[]>([]);
  useEffect(() => {
    newsroom?.opinionDrafts().then(
      (answer) => {
        setDrafts(answer.drafts);
      },
      // The queue below tells what is wrong; this line is only a way.
      () => undefined,
    );
  }, [newsroom, fresh]);
  const waiting = drafts.reduce((sum, draft) => sum + draft.waiting, 0);
  const due = drafts.filter(({ state, received }) => state === "closed" && received > 0).length;
  const open = drafts.filter(({ state }) => state === "open").length;
  if (waiting === 0 && due === 0 && open === 0) return null;
  const said = [
    ...(waiting > 0 ? [`${String(waiting)} ý kiến chưa xử lý`] : []),
    ...(due > 0 ? [`${String(due)} dự thảo đã hết hạn, chờ công bố kết quả`] : []),
  ];
  return (
    <p class={said.length > 0 ? "notice way-line" : "quiet way-line"}>
      <a href={addressOf({ page: "opinions" })}>Góp ý dự thảo</a>
      {said.length > 0 ? `: ${said.join("; ")}.` : `: ${String(open)} dự thảo đang lấy ý kiến.`}
    </p>
  );
}
