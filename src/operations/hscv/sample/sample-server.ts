import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import { escapeMarkup } from "../../../foundation/escape-markup.ts";
import { docxFile } from "./docx-file.ts";
import { pdfFile } from "./pdf-file.ts";
import { samplePage } from "./sample-page.ts";
import type { SampleStory } from "./sample-story.ts";
import {
  atStage,
  issuer,
  pageOf,
  sampleCases,
  sampleDocuments,
  type SampleDocument,
} from "./sample-documents.ts";

/**
 * A small system for documents and cases, as an office has one: it exports its lists as XML and its documents as files. Its
 * story goes on while it is watched: documents arrive, one is typed wrong and mended later, one is replaced.
 */
export function sampleHscv({ stage, turn }: SampleStory): Hono {
  const app = new Hono();
  app.get("/", (context) => context.html(samplePage(stage())));
  app.post("/buoc-tiep", (context) => {
    turn();
    return context.redirect("/", 303);
  });
  const files = new Map<string, Promise<Buffer>>();
  app.get("/van-ban.xml", (context) =>
    answer(context, "application/xml; charset=utf-8", documentList(stage())),
  );
  app.get("/ho-so.xml", (context) => answer(context, "application/xml; charset=utf-8", caseList(stage())));
  app.get("/tep/:name", async (context) => {
    const name = context.req.param("name");
    const document = sampleDocuments
      .map((one) => atStage(one, stage()))
      .find((one) => one && fileName(one) === name);
    if (!document) return context.notFound();
    const key = `${name} ${document.issuedOn}`;
    const made = files.get(key) ?? fileOf(document);
    files.set(key, made);
    return answer(context, "application/octet-stream", await made);
  });
  return app;
}

function answer(context: Context, type: string, content: string | Buffer): Response {
  const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 24)}"`;
  if (context.req.header("If-None-Match") === etag) return context.body(null, 304);
  const bytes = Buffer.from(content as string);
  return context.body(new Uint8Array(bytes), 200, {
    "Content-Type": type,
    "Content-Length": String(bytes.length),
    ETag: etag,
  });
}

const fileName = ({ id, file }: SampleDocument) => `${id}.${file ?? ""}`;

function fileOf(document: SampleDocument): Promise<Buffer> {
  const paragraphs = pageOf(document);
  return document.file === "docx"
    ? Promise.resolve(docxFile(paragraphs))
    : pdfFile(`${document.type} ${document.number}`, paragraphs);
}

function documentList(stage: number): string {
  const shown = sampleDocuments.flatMap((one) => atStage(one, stage) ?? []);
  const records = shown.map((one) =>
    element(
      "VanBan",
      [
        ["MaVanBan", one.id],
        ["SoKyHieu", one.number],
        ["LoaiVanBan", one.type],
        ["CoQuanBanHanh", issuer],
        ["TrichYeu", one.excerpt],
        ["NguoiKy", one.signer],
        ["ChucVuNguoiKy", one.signerTitle],
        ["NgayBanHanh", one.issuedOn],
        ["NgayHieuLuc", one.effectiveFrom],
        ["LinhVuc", one.field],
        ["DoMat", "Thường"],
        ["ThayThe", one.replaces],
      ],
      one.file
        ? `  <TepDinhKem><Tep><TenTep>${fileName(one)}</TenTep><DuongDan>/tep/${fileName(one)}</DuongDan></Tep></TepDinhKem>\n`
        : "",
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<DanhSachVanBan>\n${records.join("")}</DanhSachVanBan>\n`;
}

function caseList(stage: number): string {
  const records = sampleCases.map(({ number, code, received, due, unit, procedure, states }) =>
    element("HoSo", [
      ["SoHoSo", number],
      ["MaTraCuu", code],
      ["NgayTiepNhan", received],
      ["NgayHenTra", due],
      ["DonViXuLy", unit],
      ["TenThuTuc", procedure],
      ["TrangThai", states[Math.min(stage, states.length - 1)]],
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<DanhSachHoSo>\n${records.join("")}</DanhSachHoSo>\n`;
}

function element(
  name: string,
  fields: readonly (readonly [string, string | undefined])[],
  inside = "",
): string {
  const said = fields.flatMap(([field, value]) =>
    value === undefined ? [] : [`  <${field}>${escapeMarkup(value)}</${field}>\n`],
  );
  return `<${name}>\n${said.join("")}${inside}</${name}>\n`;
}
