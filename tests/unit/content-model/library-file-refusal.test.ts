import { describe, expect, test } from "vitest";
import { libraryFileRefusal } from "../../../src/content-model/library-file-refusal.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const zip = (...names: string[]) => bytes(`PK\u0003\u0004 ${names.join(" ")}`);

describe("the library takes", () => {
  test.each([
    ["quyet-dinh.pdf", bytes("%PDF-1.7\n…")],
    ["mau-don.docx", zip("[Content_Types].xml", "word/document.xml")],
    ["du-toan.xlsx", zip("xl/workbook.xml")],
    ["phim.mp4", bytes("\u0000\u0000\u0000\u0020ftypisom…")],
    ["phim.webm", bytes("\u001aE\u00df\u00a3\u0001B\u0082\u0084webm")],
    ["tin.mp3", bytes("ID3\u0004")],
    ["tin-khong-the.MP3", bytes("\u00ff\u00fb\u0090")],
    ["tin.m4a", bytes("\u0000\u0000\u0000\u0020ftypM4A ")],
    ["tin.ogg", bytes("OggS")],
    ["phu-de.vtt", Buffer.from("WEBVTT\n")],
    ["phu-de-bom.vtt", Buffer.from("\uFEFFWEBVTT\n")],
  ])("%s", (name, data) => {
    expect(libraryFileRefusal(name, data)).toBeUndefined();
  });
});

describe("the library refuses", () => {
  test.each([
    ["tro-choi.swf", bytes("FWS\u0008"), "Flash"],
    // Flash under another name is Flash.
    ["tro-choi.mp4", bytes("CWS\u0008"), "Flash"],
    ["trang.pdf", bytes("<html><script>alert(1)</script>"), "bên trong không phải PDF"],
    ["du-toan.xlsm", zip("xl/workbook.xml"), "macro"],
    ["du-toan.xlsx", zip("xl/workbook.xml", "xl/vbaProject.bin"), "macro"],
    ["mau-don.docx", bytes("\u00d0\u00cf\u0011\u00e0"), "đời cũ hoặc có đặt mật khẩu"],
    ["mau-don.docx", zip("xl/workbook.xml"), "bên trong không phải Word"],
    ["mau-don.doc", bytes("\u00d0\u00cf\u0011\u00e0"), "không phải loại tệp"],
    ["phim.mov", bytes("\u0000\u0000\u0000\u0014ftypqt  "), "video"],
    ["phim.mp4", bytes("\u0000\u0000\u0000\u0014ftypqt  "), "bên trong không phải Video"],
    ["phim.webm", bytes("\u001aE\u00df\u00a3 matroska"), "bên trong không phải"],
    ["phu-de.srt", Buffer.from("1\n00:00"), "WebVTT"],
    ["cai-dat.exe", bytes("MZ"), "không phải loại tệp"],
    ["rong.pdf", Buffer.alloc(0), "bên trong không phải PDF"],
  ])("%s (%#)", (name, data, word) => {
    const refused = libraryFileRefusal(name, data);
    expect(refused?.message).toContain(word);
    expect(refused?.remedy).not.toBe("");
  });
});
