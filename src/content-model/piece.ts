import { z } from "zod";
import { fields } from "./field.ts";
import { libraryFile, line, moment, picture } from "./text.ts";

/** What a multimedia piece can be; the id stands in addresses. */
export const pieceKinds = [
  { id: "anh", name: "Album ảnh", english: "Photo albums" },
  { id: "video", name: "Video", english: "Videos" },
  { id: "am-thanh", name: "Âm thanh", english: "Audio" },
  { id: "do-hoa", name: "Đồ hoạ", english: "Infographics" },
] as const;

export type PieceKind = (typeof pieceKinds)[number]["id"];

const photo = z.strictObject({
  picture: picture("Ảnh").register(fields, { label: "Ảnh", widget: "image" }),
  alt: line("Mô tả ảnh", 5, 250).register(fields, {
    label: "Mô tả ảnh",
    widget: "string",
    hint: "Ảnh cho thấy gì, để người khiếm thị nghe được.",
  }),
  caption: line("Chú thích", 3, 400).optional().register(fields, { label: "Chú thích", widget: "text" }),
  credit: line("Nguồn ảnh", 2, 120).optional().register(fields, { label: "Nguồn ảnh", widget: "string" }),
});

/** A photo album, video, sound recording or infographic: `content/sites/<site>/multimedia/<year>/<slug>.md`. */
export const pieceSchema = z
  .strictObject({
    title: line("Tiêu đề", 10, 150).register(fields, { label: "Tiêu đề", widget: "string" }),
    kind: z
      .enum(
        pieceKinds.map(({ id }) => id),
        { error: "Hãy chọn «Loại tác phẩm»." },
      )
      .register(fields, {
        label: "Loại tác phẩm",
        widget: "select",
        options: pieceKinds.map(({ id, name }) => ({ value: id, label: name })),
        hint: "Album cần các ảnh; video cần tệp, phụ đề, thời lượng và ảnh bìa; âm thanh cần tệp và thời lượng; đồ hoạ cần tấm ảnh. Bản ghi lời hoặc lời tả viết ở phần «Nội dung».",
      }),
    date: moment("Ngày giờ đăng").register(fields, {
      label: "Ngày giờ đăng",
      widget: "datetime",
      default: "{{now}}",
    }),
    summary: line("Tóm tắt", 40, 400).register(fields, {
      label: "Tóm tắt",
      widget: "text",
      hint: "Một, hai câu (40–400 ký tự) nói tác phẩm về việc gì.",
    }),
    photos: z
      .array(photo, { error: "«Ảnh của album» phải là một danh sách." })
      .max(60, { error: "Tối đa 60 ảnh; hãy chia thành hai album." })
      .optional()
      .register(fields, {
        label: "Ảnh của album",
        widget: "objects",
        item: { singular: "Ảnh", summary: "{{fields.alt}}" },
        hint: "Chỉ cho album: từ ba ảnh trở lên, theo thứ tự muốn kể; kéo thanh ở đầu mỗi ảnh để đổi chỗ.",
      }),
    file: libraryFile("Tệp", ["mp4", "webm", "mp3", "m4a", "ogg"]).optional().register(fields, {
      label: "Tệp video hoặc âm thanh",
      widget: "file",
      hint: "Chỉ cho video (mp4, webm, tối đa 60 MB) và âm thanh (mp3, m4a, ogg, tối đa 20 MB).",
    }),
    captions: libraryFile("Phụ đề", ["vtt"]).optional().register(fields, {
      label: "Phụ đề (video)",
      widget: "file",
      hint: "Chỉ cho video: tệp WebVTT (.vtt) tiếng Việt, để người khiếm thính và người tắt tiếng xem được.",
    }),
    duration: z
      .string({ error: "«Thời lượng» viết dạng phút:giây." })
      .regex(/^(?:\d{1,2}:)?\d{1,2}:[0-5]\d$/, { error: "«Thời lượng» viết dạng phút:giây, ví dụ 3:05." })
      .optional()
      .register(fields, {
        label: "Thời lượng",
        widget: "string",
        hint: "Chỉ cho video và âm thanh, phút:giây. Ví dụ: 3:05",
      }),
    picture: picture("Ảnh").optional().register(fields, {
      label: "Tấm đồ hoạ, hoặc ảnh bìa",
      widget: "image",
      hint: "Bắt buộc với đồ hoạ và video. Album để trống thì lấy ảnh đầu tiên làm ảnh bìa.",
    }),
    pictureAlt: line("Mô tả tấm đồ hoạ, ảnh bìa", 5, 250).optional().register(fields, {
      label: "Mô tả tấm đồ hoạ, ảnh bìa",
      widget: "string",
      hint: "Ảnh cho thấy gì, để người khiếm thị nghe được.",
    }),
    credit: line("Thực hiện", 2, 120).optional().register(fields, { label: "Thực hiện", widget: "string" }),
    tags: z
      .array(line("Từ khoá", 2, 40), { error: "«Từ khoá» phải là một danh sách." })
      .max(8, { error: "Tối đa 8 từ khoá." })
      .optional()
      .register(fields, { label: "Từ khoá", widget: "list", hint: "Cách nhau bằng dấu phẩy." }),
  })
  .superRefine((piece, context) => {
    const needs = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    const ends = (pattern: RegExp) => piece.file !== undefined && pattern.test(piece.file);
    if (piece.picture && !piece.pictureAlt) needs("pictureAlt", "Ảnh cần «Mô tả tấm đồ hoạ, ảnh bìa».");
    if (piece.kind === "anh" && (piece.photos?.length ?? 0) < 3)
      needs("photos", "Album cần ít nhất ba ảnh ở «Ảnh của album».");
    if (piece.kind === "video") {
      if (!ends(/\.(?:mp4|webm)$/i)) needs("file", "Video cần tệp mp4 hoặc webm.");
      if (!piece.picture) needs("picture", "Video cần ảnh bìa, hiện khi chưa bấm xem.");
      if (!piece.captions) needs("captions", "Video cần phụ đề (.vtt).");
    }
    if (piece.kind === "am-thanh" && !ends(/\.(?:mp3|m4a|ogg)$/i))
      needs("file", "Âm thanh cần tệp mp3, m4a hoặc ogg.");
    if ((piece.kind === "video" || piece.kind === "am-thanh") && !piece.duration)
      needs("duration", "Video và âm thanh cần «Thời lượng», ví dụ 3:05.");
    if (piece.kind === "do-hoa" && !piece.picture) needs("picture", "Đồ hoạ cần tấm ảnh đồ hoạ.");
  });

export type Piece = z.infer<typeof pieceSchema>;

/** Whether what a piece says must also stand in words in its body: for who cannot hear it, or cannot see it. */
export const needsWords = (kind: PieceKind): boolean => kind !== "anh";
