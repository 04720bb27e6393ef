import { useEffect, useState } from "preact/hooks";
import type { Imports } from "../../../src/editorial/import-answers.ts";
import { useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";

/** Leads an operator to what the sources of documents did, and tells what is wrong with them. */
export function ImportsLine({ fresh }: { fresh: string }) {
  const { newsroom } = useDesk();
  const [imports, setImports] = useState<Imports>();
  useEffect(() => {
    // The queue below tells what is wrong; this line is only a way.
    newsroom?.imports().then(setImports, () => undefined);
  }, [newsroom, fresh]);
  if (!imports || imports.sources.length === 0) return null;
  const broken = imports.sources.filter(({ last }) => last?.state === "failed" || last?.state === "stopped");
  const said = [
    ...broken.map(({ name }) => `${name} không đọc được hoặc đang dừng`),
    ...(imports.count > 0 ? [`${String(imports.count)} bản ghi chờ xử lý`] : []),
  ];
  return (
    <p class={said.length > 0 ? "notice way-line" : "quiet way-line"}>
      <a href={addressOf({ page: "imports" })}>Nhập văn bản</a>
      {said.length > 0 ? `: ${said.join("; ")}.` : ": các nguồn đều đọc được."}
    </p>
  );
}
