import { libraryFileRefusal } from "../content-model/library-file-refusal.ts";
import { largestLibraryFile, shownSize } from "../content-model/library-files.ts";
import type { Finding } from "./finding.ts";

/** A document, recording or captions of the library: of a kind it takes, by content as by name, and not too large to keep. */
export function checkLibraryFile(path: string, data: Buffer): Finding[] {
  const name = path.split("/").at(-1) ?? path;
  const block = (message: string, remedy: string): Finding => ({
    level: "block",
    file: path,
    label: "Tệp",
    message: `${name}: ${message}`,
    remedy,
  });
  const refused = libraryFileRefusal(name, data);
  if (refused) return [block(refused.message, refused.remedy)];
  const most = largestLibraryFile(name);
  if (data.byteLength <= most) return [];
  return [
    block(
      `nặng ${shownSize(data.byteLength)}, quá ${shownSize(most)}.`,
      "Nén hoặc chia nhỏ tệp rồi tải lên lại.",
    ),
  ];
}
