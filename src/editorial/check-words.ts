import { dictionaryFile, readContentPath, readEntryPath } from "../content-model/content-path.ts";
import type { EntryPlace } from "../content-model/entry-kinds.ts";
import { isTakenDown } from "./changes.ts";
import { checkLegacyEncoding } from "./check-legacy-encoding.ts";
import { settingsOf } from "./check-references.ts";
import { checkSecrecy } from "./check-secrecy.ts";
import { checkStructure } from "./check-structure.ts";
import type { MergeResult } from "./check-submission.ts";
import { checkTypography } from "./check-typography.ts";
import type { Finding } from "./finding.ts";
import { checkPersonalData, checkPersonalDataInside } from "./personal-data/check-personal-data.ts";
import { proseOf } from "./prose.ts";
import { checkSpelling, readDictionary } from "./spelling/check-spelling.ts";

/** What a file says, in whatever form: an entry, a setting, a PDF or Word file of the library. */
export async function checkWords(
  path: string,
  data: Buffer,
  result: Pick<MergeResult, "textOf" | "read">,
): Promise<Finding[]> {
  const text = await result.textOf(data);
  if (text === undefined) return [];
  const secrecy = checkSecrecy(path, text);
  const place = readEntryPath(path);
  if (place) return [...secrecy, ...(await checkEntryWords(path, place, text, result))];
  return readContentPath(path).kind === "media"
    ? [...secrecy, ...checkPersonalDataInside(path, text), ...checkReadable(path, text)]
    : secrecy;
}

/** The words of an entry: whose facts they tell, how they are written. Only Vietnamese is judged by its spelling. */
async function checkEntryWords(
  path: string,
  place: EntryPlace,
  text: string,
  { read }: Pick<MergeResult, "read">,
): Promise<Finding[]> {
  const written = proseOf(place.kind, text);
  // Of what is taken down readers see the reason alone; and what must go for its words goes with them.
  const prose = isTakenDown(text) ? written.filter(({ field }) => field === "withdrawnReason") : written;
  const body = prose.find(({ field }) => field === "body")?.text ?? "";
  const findings = [...checkPersonalData(path, place, prose), ...checkStructure(path, body)];
  const settings = await settingsOf(place.site, read);
  if (settings && settings.language !== "vi") return findings;
  const legacy = checkLegacyEncoding(path, prose);
  // What is in an old encoding has no spelling yet.
  const readable = prose.filter(({ field }) => !legacy.some((finding) => finding.field === field));
  const known = readDictionary((await read(dictionaryFile))?.toString("utf8") ?? "");
  return [
    ...findings,
    ...legacy,
    ...checkSpelling(path, readable, known),
    ...checkTypography(path, readable),
  ];
}

/** A scanned document: what it says can be checked by people alone. */
function checkReadable(file: string, text: string): Finding[] {
  if (text.trim() !== "") return [];
  return [
    {
      level: "advise",
      file,
      label: "Tệp",
      message: "Máy không đọc được chữ trong tệp này (bản quét, hoặc có khoá).",
      remedy:
        "Mở tệp xem có dấu mật, thông tin cá nhân không. Nên đăng bản có chữ để người đọc tìm và nghe được.",
    },
  ];
}
