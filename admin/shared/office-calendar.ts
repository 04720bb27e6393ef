import { parse } from "yaml";
import { holidaysFile, holidaysSchema } from "../../src/content-model/holidays.ts";
import { portalSchema } from "../../src/content-model/portal.ts";
import { calendarOf, yearsAround, type WorkingCalendar } from "../../src/editorial/working-time.ts";
import { textOf } from "./base64.ts";
import type { Github } from "./github.ts";

/** When the office works: its hours, and the holidays of last year, this one and the next, as far as main has them. */
export async function officeCalendar(github: Github): Promise<WorkingCalendar> {
  const [portal, ...files] = await Promise.all([
    github.file("content/portal.yaml", "main"),
    ...yearsAround(new Date()).map((year) => github.file(holidaysFile(year), "main")),
  ]);
  const years = files.flatMap((file) => {
    const read = file && holidaysSchema.safeParse(parse(textOf(file) ?? ""));
    return read?.success ? [read.data] : [];
  });
  return calendarOf(portalSchema.parse(parse(textOf(portal) ?? "")), years);
}
