import { endingOf, libraryEnding, libraryFileKinds, type LibraryFileEnding } from "./library-files.ts";

/** Why the library does not take a file, and what its editor does about it. */
export interface LibraryFileRefusal {
  message: string;
  remedy: string;
}

const taken =
  "Thư viện nhận ảnh (JPEG, PNG, WebP), PDF, Word (docx), Excel (xlsx), video (mp4, webm), âm thanh (mp3, m4a, ogg) và phụ đề (vtt).";

/** Kinds of files that people try, with a word that helps them on. */
const unwelcome: Readonly<Record<string, LibraryFileRefusal>> = {
  ...byEndings(["swf", "flv", "fla"], {
    message: "Flash không còn trình duyệt nào mở được.",
    remedy: "Xuất lại thành video mp4; nếu là trò chơi hay bài tương tác, hãy chuyển thành bài viết có ảnh.",
  }),
  ...byEndings(["docm", "xlsm", "pptm", "dotm"], {
    message: "tệp có macro không được đăng, vì macro có thể mang mã độc.",
    remedy: "Lưu lại thành docx hoặc xlsx (không có macro), hoặc xuất ra PDF.",
  }),
  ...byEndings(["doc", "xls", "ppt", "pptx", "odt", "rtf"], {
    message: "không phải loại tệp thư viện nhận.",
    remedy: "Xuất ra PDF (tốt nhất cho người đọc), hoặc lưu lại thành docx, xlsx.",
  }),
  ...byEndings(["avi", "mov", "wmv", "mkv", "mpg"], {
    message: "không phải loại video mà mọi trình duyệt xem được.",
    remedy: "Xuất lại thành mp4 (H.264).",
  }),
  ...byEndings(["wav", "wma", "flac", "amr"], {
    message: "không phải loại âm thanh thư viện nhận.",
    remedy: "Xuất lại thành mp3 hoặc m4a.",
  }),
  ...byEndings(["srt", "ass"], {
    message: "phụ đề phải ở dạng WebVTT (vtt).",
    remedy: "Chuyển phụ đề sang .vtt; phần lớn phần mềm dựng phim xuất được dạng này.",
  }),
};

function byEndings(endings: readonly string[], refusal: LibraryFileRefusal) {
  return Object.fromEntries(endings.map((ending) => [ending, refusal]));
}

/** Whether a file is what its name says, judged by its content; undefined where nothing is wrong with it. */
export function libraryFileRefusal(name: string, bytes: Uint8Array): LibraryFileRefusal | undefined {
  if (begins(bytes, "FWS") || begins(bytes, "CWS") || begins(bytes, "ZWS") || begins(bytes, "FLV"))
    return unwelcome["swf"];
  const ending = libraryEnding(name);
  if (ending === undefined)
    return unwelcome[endingOf(name)] ?? { message: "không phải loại tệp thư viện nhận.", remedy: taken };
  const office = ending === "docx" || ending === "xlsx";
  if (office && has(bytes, "vbaProject.bin")) return unwelcome["docm"];
  if (office && isOldOffice(bytes)) {
    return {
      message: `bên trong là tệp Office đời cũ hoặc có đặt mật khẩu, không phải ${ending}.`,
      remedy: `Bỏ mật khẩu rồi lưu lại thành ${ending}, hoặc xuất ra PDF.`,
    };
  }
  if (holds[ending](bytes)) return undefined;
  return {
    message: `phần đuôi là .${ending} nhưng bên trong không phải ${libraryFileKinds[ending].label}.`,
    remedy: "Mở tệp bằng phần mềm đã tạo ra nó, xuất lại cho đúng định dạng rồi tải lên.",
  };
}

/** What the content of each kind of file begins with, or must hold. */
const holds: Record<LibraryFileEnding, (bytes: Uint8Array) => boolean> = {
  pdf: (bytes) => begins(bytes, "%PDF-"),
  docx: (bytes) => begins(bytes, "PK\u0003\u0004") && has(bytes, "word/document.xml"),
  xlsx: (bytes) => begins(bytes, "PK\u0003\u0004") && has(bytes, "xl/workbook.xml"),
  mp4: isMpeg4,
  m4a: isMpeg4,
  webm: (bytes) => begins(bytes, "\u001aE\u00df\u00a3") && has(bytes.subarray(0, 64), "webm"),
  mp3: (bytes) => begins(bytes, "ID3") || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  ogg: (bytes) => begins(bytes, "OggS"),
  vtt: (bytes) => begins(bytes, "WEBVTT") || begins(bytes, "\u00ef\u00bb\u00bfWEBVTT"),
};

/** An ISO media file that browsers play; QuickTime films and pictures come in the same box under other brands. */
function isMpeg4(bytes: Uint8Array): boolean {
  if (!begins(bytes.subarray(4), "ftyp")) return false;
  return !/^(?:qt  |hei[cx]|mif1|avif)$/.test(latin(bytes.subarray(8, 12)));
}

const isOldOffice = (bytes: Uint8Array) => begins(bytes, "\u00d0\u00cf\u0011\u00e0");

const begins = (bytes: Uint8Array, mark: string) => latin(bytes.subarray(0, mark.length)) === mark;

/** Whether a name stands in a file: the names in a ZIP archive are written as they are. */
const has = (bytes: Uint8Array, name: string) => latin(bytes).includes(name);

const latin = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
