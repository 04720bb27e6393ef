import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { judgeCase } from "../../../src/hscv-import/judge-case.ts";
import { judgeDocument } from "../../../src/hscv-import/judge-document.ts";
import { mapRecord } from "../../../src/hscv-import/map-record.ts";
import { readProfile } from "../../../src/hscv-import/read-profile.ts";
import { splitFeed, type FeedEnd } from "../../../src/hscv-import/split-feed.ts";
import { aFolder } from "../../support/a-repository.ts";
import { aFeed, aRecord } from "../../support/an-import.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const [flat, edxml, rss, cases] = await Promise.all(
  ["danh-sach-van-ban", "edxml", "tin-rss", "danh-sach-ho-so"].map((name) => readProfile(root, name)),
);
if (!flat || !edxml || !rss || !cases) throw new Error("A profile is missing.");
const source = { id: "thu", defaults: undefined };
const now = new Date("2026-11-20T02:00:00Z");
type Profile = typeof flat;

/** What becomes of a feed's records: the data of those that are right, or why they are not. */
async function judge(bytes: string | Uint8Array, profile: Profile = flat as Profile) {
  const file = join(await aFolder(), "feed.xml");
  await writeFile(file, bytes);
  const { record, rooted, longest } = profile;
  const split = splitFeed(file, { records: record, rooted, longest });
  const found: { data: Record<string, unknown> | undefined; why: string; secret: boolean }[] = [];
  for (;;) {
    const next = await split.next();
    if (next.done) return { found, end: next.value satisfies FeedEnd };
    for (const one of next.value) {
      if (one.fault) {
        found.push({ data: undefined, why: one.fault.kind, secret: false });
        continue;
      }
      const mapped = mapRecord(one.node, profile);
      const bench = { profile, source, now };
      const judged = profile.kind === "documents" ? judgeDocument(mapped, bench) : judgeCase(mapped, bench);
      found.push(
        judged.kind === "refused"
          ? {
              data: undefined,
              why: judged.reasons.map(({ message }) => message).join(" "),
              secret: judged.secret === true,
            }
          : { data: judged.data, why: "", secret: false },
      );
    }
  }
}

async function one(bytes: string | Uint8Array, profile?: Profile) {
  const { found } = await judge(bytes, profile);
  expect(found).toHaveLength(1);
  const [only] = found;
  if (!only) throw new Error("Nothing was found.");
  return only;
}
const record = (changes: Record<string, string>, inside = "") =>
  one(aFeed([aRecord({ Id: "vb-1", ...changes }, inside)]));

describe("what is odd and can be understood ends right", () => {
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    ["a date without zeros", { NgayBanHanh: "2026-2-3" }, { issuedOn: "2026-02-03" }],
    [
      "a date as documents say it",
      { NgayBanHanh: "Sông Mây, ngày 5 tháng 9 năm 2026" },
      { issuedOn: "2026-09-05" },
    ],
    ["a date with spaces", { NgayBanHanh: "12 / 10/ 2026." }, { issuedOn: "2026-10-12" }],
    [
      "midnight of Viet Nam, told in UTC",
      { NgayBanHanh: "2026-10-11T17:00:00Z" },
      { issuedOn: "2026-10-12" },
    ],
    ["an offset after a space", { NgayBanHanh: "2026-10-12 08:00:00 +0700" }, { issuedOn: "2026-10-12" }],
    ["a morning of Vietnamese clocks", { NgayBanHanh: "12/10/2026 08:00:00 SA" }, { issuedOn: "2026-10-12" }],
    [
      "an effect on the day that software calls none",
      { NgayHieuLuc: "01/01/1900" },
      { effectiveFrom: undefined },
    ],
    ["an expiry at the end of all time", { NgayHetHieuLuc: "31/12/9999 00:00" }, { expiredOn: undefined }],
    [
      "words and a full stop around its number",
      { SoKyHieu: "Số: 45 / KH - UBND." },
      { number: "45/KH-UBND" },
    ],
    ["dashes of every kind", { SoKyHieu: "45/KH–UBND—TH" }, { number: "45/KH-UBND-TH" }],
    [
      "the Icelandic letter for Đ",
      { SoKyHieu: "45/Q\u00d0-UBND", LoaiVanBan: "Quyết định", TrichYeu: "\u00d0ề án phát triển nông thôn" },
      { number: "45/QĐ-UBND", excerpt: "Đề án phát triển nông thôn" },
    ],
    ["the day behind its number", { SoKyHieu: "45/KH-UBND ngày 12/10/2026" }, { number: "45/KH-UBND" }],
    [
      "letters that were escaped twice",
      { TrichYeu: "K&amp;#7871; ho&amp;#x1ea1;ch R&amp;amp;D" },
      { excerpt: "Kế hoạch R&D" },
    ],
    [
      "marks of writing inside its excerpt",
      { TrichYeu: "Kế hoạch <b>công tác</b><br/>năm <!-- cũ --> 2026" },
      { excerpt: "Kế hoạch công tác năm 2026" },
    ],
    ["a signature's note", { NguoiKy: "(Đã ký) Trần Văn Bình" }, { signer: "Trần Văn Bình" }],
    [
      "an authority in short",
      { CoQuanBanHanh: "UBND tỉnh Sông Mây" },
      { issuer: "Ủy ban nhân dân tỉnh Sông Mây" },
    ],
    ["its number twice, alike", { NgayVanBan: "12/10/2026" }, { issuedOn: "2026-10-12" }],
    [
      "a list of what it replaces, with days",
      { ThayThe: "12/KH-UBND; 13/KH-UBND ngày 05/01/2025" },
      { replaces: ["12/KH-UBND", "13/KH-UBND"] },
    ],
    [
      "spaces that do not break in its number",
      { SoKyHieu: "45/KH\u00a0-\u00a0UBND" },
      { number: "45/KH-UBND" },
    ],
    [
      "fractions of a second behind its day",
      { NgayBanHanh: "2026-10-12T00:00:00.0000000+07:00" },
      { issuedOn: "2026-10-12" },
    ],
    ["its type in short", { LoaiVanBan: "KH" }, { type: "ke-hoach" }],
    [
      "an audit inside an office, which is no note",
      { TrichYeu: "Kế hoạch kiểm soát nội bộ (kiểm toán nội bộ) năm 2026" },
      { number: "45/KH-UBND" },
    ],
    ["«Không mật» for its secrecy", { DoMat: "Không mật" }, { number: "45/KH-UBND" }],
  ])("%s", async (_, changes, expected) => {
    const { data, why } = await record(changes);
    expect(why).toBe("");
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, data?.[name]]))).toEqual(expected);
  });

  test.each<[string, (feed: string) => string | Uint8Array]>([
    ["UTF-16 without a mark", (feed) => Buffer.from(feed, "utf16le")],
    ["UTF-16 the other way round", (feed) => Buffer.from(`\ufeff${feed}`, "utf16le").swap16()],
    ["an encoding that it does not have", (feed) => feed.replace("UTF-8", "utf-16")],
    ["XML 1.1", (feed) => feed.replace('version="1.0"', 'version="1.1"')],
    ["a namespace of its own", (feed) => feed.replace("<DanhSach>", '<DanhSach xmlns="urn:x">')],
    [
      "prefixes",
      (feed) =>
        feed.replaceAll("VanBan>", "hs:VanBan>").replaceAll("</hs:", "</hs:").replaceAll("hs:hs:", "hs:"),
    ],
  ])("a feed in %s", async (_, change) => {
    const { data } = await one(
      change(
        aFeed([
          "  <VanBan><SoKyHieu>45/KH-UBND</SoKyHieu><CoQuanBanHanh>Sở Y tế</CoQuanBanHanh><TrichYeu>Tiêm chủng mở rộng</TrichYeu><NgayBanHanh>12/10/2026</NgayBanHanh></VanBan>\n",
        ]),
      ),
    );
    expect(data).toMatchObject({ number: "45/KH-UBND", type: "ke-hoach", excerpt: "Tiêm chủng mở rộng" });
  });
});

describe("what cannot be understood waits, with its reason", () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ["a year of two digits", { NgayBanHanh: "01/02/26" }, "", /không phải một ngày có thật/],
    ["a Buddhist year", { NgayBanHanh: "12/10/2569" }, "", /tương lai/],
    ["the day on which software begins", { NgayBanHanh: "01/01/1900" }, "", /Thiếu «Ngày ban hành»/],
    ["an effect before its issue", { NgayHieuLuc: "01/01/2026" }, "", /trước ngày ban hành/],
    ["an effect in another century", { NgayHieuLuc: "01/01/2206" }, "", /quá xa/],
    ["two excerpts", {}, "<TrichYeu>Một trích yếu khác hẳn</TrichYeu>", /nhiều giá trị khác nhau/],
    ["two numbers", {}, "<SoKyHieu>46/KH-UBND</SoKyHieu>", /nhiều giá trị khác nhau/],
    ["two days of issue", {}, "<NgayBanHanh>13/10/2026</NgayBanHanh>", /nhiều giá trị khác nhau/],
    ["two numbers in one", { SoKyHieu: "12/KH-UBND, 13/KH-UBND" }, "", /viết đúng như trên văn bản/],
    ["no number yet", { SoKyHieu: "…/KH-UBND" }, "", /viết đúng như trên văn bản/],
    ["number zero", { SoKyHieu: "0/KH-UBND" }, "", /chưa được cấp số/],
    ["small letters", { SoKyHieu: "45/kh-ubnd" }, "", /viết đúng như trên văn bản/],
    ["a symbol without its marks", { SoKyHieu: "45/QD-UBND", LoaiVanBan: "Quyết định" }, "", /mất dấu/],
    ["the symbol of another type", { SoKyHieu: "45/QĐ-UBND" }, "", /loại văn bản khác/],
    ["an excerpt without marks", { TrichYeu: "Ke hoach trien khai thang hanh dong" }, "", /mất hết dấu/],
    ["an authority without marks", { CoQuanBanHanh: "UBND TINH SONG MAY" }, "", /mất hết dấu/],
    ["a code for its authority", { CoQuanBanHanh: "000.00.01.H99" }, "", /là mã/],
    ["its number for an excerpt", { TrichYeu: "45/KH-UBND." }, "", /không phải trích yếu|ít nhất 10 ký tự/],
    ["an address for its signer", { NguoiKy: "binhtv@songmay.gov.vn" }, "", /không phải tên người/],
    ["letters of a private font", { TrichYeu: "Kế hoạch \uf0b7 công tác năm" }, "", /vỡ chữ/],
    ["Cyrillic letters among ours", { TrichYeu: "Kế h\u043eạch c\u043eng tác năm" }, "", /vỡ chữ/],
    ["signs that turn letters round", { TrichYeu: "Kế hoạch \u202eHNAHK GNÔC\u202c năm" }, "", /vỡ chữ/],
    ["HTML where none was announced", { TrichYeu: "<![CDATA[<p>Kế hoạch công tác</p>]]>" }, "", /mã HTML/],
    ["an excerpt of 200,000 letters", { TrichYeu: "dài ".repeat(50_000) }, "", /dài quá/],
    ["an end without a day", { TrangThai: "Hết hiệu lực" }, "", /không cho ngày hết hiệu lực/],
    ["a state that nobody declared", { TrangThai: "Dự thảo" }, "", /chưa được khai báo/],
    [
      "one word of letters and digits for its excerpt",
      { TrichYeu: "S+G6vyBob+G6oWNoIGPDtG5n" },
      "",
      /không phải trích yếu/,
    ],
    ["one word again and again for its excerpt", { TrichYeu: "abc abc ABC abc" }, "", /không phải trích yếu/],
    ["a form's own words for its excerpt", { TrichYeu: "Trích yếu nội dung" }, "", /không phải trích yếu/],
    [
      "a key of a database for its authority",
      { CoQuanBanHanh: "3f2504e0-4f89-11d3-9a0c-0305e82c3301" },
      "",
      /là mã/,
    ],
    [
      "the subject of a certificate for its signer",
      { NguoiKy: "CN=Trần Văn Bình, C=VN" },
      "",
      /không phải tên người/,
    ],
    [
      "a note in brackets that it is not for all",
      { TrichYeu: "Kế hoạch công tác (Lưu hành nội bộ)" },
      "",
      /nội bộ/,
    ],
    [
      "a note that it is not for all, in decomposed letters",
      {},
      `<PhamVi>${"Không phổ biến".normalize("NFD")}</PhamVi>`,
      /nội bộ/,
    ],
    [
      "a flag of being gone that nobody understands",
      {},
      "<IsDeleted>2</IsDeleted>",
      /Gỡ văn bản.*chưa được khai báo/,
    ],
    [
      "a flag of being public that nobody understands",
      {},
      "<CongKhai>Một phần</CongKhai>",
      /Công khai.*chưa được khai báo/,
    ],
    [
      "a serial number of a spreadsheet for its day",
      { NgayBanHanh: "46307" },
      "",
      /không phải một ngày có thật/,
    ],
    [
      "a moment of JavaScript for its day",
      { NgayBanHanh: "/Date(1791763200000)/" },
      "",
      /không phải một ngày có thật/,
    ],
    ["two days in one", { NgayBanHanh: "12/10/2026 - 15/10/2026" }, "", /không phải một ngày có thật/],
    [
      "digits of another writing in its number",
      { SoKyHieu: "４５/KH-UBND" },
      "",
      /viết đúng như trên văn bản/,
    ],
    [
      "a stroke that leans the other way in its number",
      { SoKyHieu: "45\\KH-UBND" },
      "",
      /viết đúng như trên văn bản/,
    ],
    ["its symbol alone for its number", { SoKyHieu: "KH-UBND" }, "", /viết đúng như trên văn bản/],
    [
      "letters as programs write them",
      { TrichYeu: "K\\u1ebf ho\\u1ea1ch c\\u00f4ng t\\u00e1c" },
      "",
      /mất hết dấu/,
    ],
    [
      "letters as addresses write them",
      { TrichYeu: "K%E1%BA%BF%20ho%E1%BA%A1ch%20c%C3%B4ng%20t%C3%A1c" },
      "",
      /mất hết dấu|không phải trích yếu/,
    ],
    ["words for its day of effect", { NgayHieuLuc: "Kể từ ngày ký" }, "", /không phải một ngày có thật/],
    [
      "what it replaces in a sentence",
      {},
      "<ThayThe>Quyết định số 12/2020/QĐ-UBND của UBND tỉnh</ThayThe>",
      /viết đúng như trên văn bản/,
    ],
    ["a letter that XML does not know", { TrichYeu: "Kế hoạch &#1; công tác" }, "", /malformed/],
  ])("%s", async (_, changes, inside, expected) => {
    expect((await record(changes, inside)).why).toMatch(expected);
  });

  test.each([
    ["a bracket says so", { TrichYeu: "Kế hoạch bảo vệ mục tiêu trọng điểm (Mật)" }, ""],
    ["its first word says so", { TrichYeu: "Mật: Kế hoạch bảo vệ mục tiêu trọng điểm" }, ""],
    ["its number ends so", { SoKyHieu: "12/KH-UBND-M" }, ""],
    ["a digit says so", { DoMat: "1" }, ""],
    ["decomposed letters say so", { DoMat: "Mật".normalize("NFD") }, ""],
    ["the second of two fields says so", { DoMat: "Thường" }, "<DoMat>Tối mật</DoMat>"],
    ["an element says so that no profile reads", {}, "<CapDoMat>Mật</CapDoMat>"],
    ["an attribute says so", {}, '<ThongTin DoMat="C"/>'],
    ["a flag says so", {}, "<IsMat>true</IsMat>"],
    ["a level of secrets says so", {}, "<SecretLevel>1</SecretLevel>"],
    ["a note says so that no profile reads", {}, "<GhiChu>Tài liệu TỐI MẬT, không phổ biến</GhiChu>"],
  ])("and is secret where %s", async (_, changes, inside) => {
    expect(await record(changes, inside)).toMatchObject({ secret: true });
  });

  test.each([
    [
      "elements named for something else",
      "<MatDo>120</MatDo><MaBaoMat>QW12</MaBaoMat><DoKhan>Thường</DoKhan>",
    ],
    ["a word that is none", "<GhiChu>Phát triển nghề nuôi ong lấy mật; mật độ trồng</GhiChu>"],
  ])("but not for %s", async (_, inside) => {
    expect(await record({}, inside)).toMatchObject({ secret: false, why: "" });
  });
});

test.each([
  ["a page that asks to log in", "<html><body>Phiên làm việc đã hết hạn</body></html>"],
  ["a page of an error", "<!DOCTYPE html><html><body><h1>502</h1></body></html>"],
])("%s is refused as a whole", async (_, page) => {
  expect(await judge(page)).toMatchObject({ found: [], end: { refused: true, complete: false } });
});

describe("edXML", () => {
  const message = (inside: string, id = "000.00.12.H99,2026/11/10,842/TB-SNNMT") =>
    `<edXML><MessageHeader><From><OrganName>Sở Nông nghiệp và Môi trường</OrganName></From><DocumentId>${id}</DocumentId><Code><CodeNumber>842</CodeNumber><CodeNotation>TB-SNNMT</CodeNotation></Code><PromulgationInfo><PromulgationDate>2026/11/10</PromulgationDate></PromulgationInfo><DocumentType><TypeName>Thông báo</TypeName></DocumentType><Subject>Lịch lấy nước vụ đông xuân</Subject>${inside}</MessageHeader></edXML>`;
  test("whose name says what its fields say is taken", async () => {
    expect((await one(message(""), edxml)).data).toMatchObject({ number: "842/TB-SNNMT" });
  });
  test.each([
    ["Bussiness", "BusinessDocType"],
    ["Businness", "BusinnessDocType"],
    ["Business", "BussinessDocType"],
  ])("takes a document back whose message spells %s and %s", async (outer, inner) => {
    const inside = `<${outer}><${inner}>1</${inner}><DocumentId>x,2026/01/02,1/TB-SNNMT</DocumentId></${outer}>`;
    expect(await one(message(inside), edxml)).toMatchObject({ data: undefined, why: "", secret: false });
  });
  test.each([
    ["another number in its name", "", "000.00.12.H99,2026/11/10,843/TB-SNNMT", /Mã văn bản ghi số 843/],
    [
      "another day in its name",
      "",
      "000.00.12.H99,2026/10/11,842/TB-SNNMT",
      /Mã văn bản ghi ngày 2026\/10\/11/,
    ],
    ["two subjects", "<Subject>Một trích yếu khác</Subject>", undefined, /nhiều giá trị/],
    [
      "an action that nobody knows",
      "<Bussiness><BussinessDocType>9</BussinessDocType></Bussiness>",
      undefined,
      /chưa được khai báo/,
    ],
  ])("waits with %s", async (_, inside, id, expected) => {
    expect((await one(message(inside, id), edxml)).why).toMatch(expected);
  });
});

describe("news of a ministry", () => {
  const item = (title: string) =>
    one(`<rss><channel><item><guid>g</guid><title>${title}</title></item></channel></rss>`, rss);
  const ministry = "của Bộ Nông nghiệp và Môi trường";
  test("names a document with its day in words", async () => {
    const { data } = await item(
      `Quyết định số 12/QĐ-BNNMT ngày 5 tháng 10 năm 2026 ${ministry} về việc ban hành kế hoạch`,
    );
    expect(data).toMatchObject({
      number: "12/QĐ-BNNMT",
      issuedOn: "2026-10-05",
      issuer: "Bộ Nông nghiệp và Môi trường",
    });
  });
  test("of Atom names one in XHTML", async () => {
    const title = `<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Quyết định số <b>12/QĐ-BNNMT</b> ngày 05/10/2026 ${ministry} về việc ban hành kế hoạch</div></title>`;
    const { data } = await one(`<feed><entry><id>urn:1</id>${title}</entry></feed>`, rss);
    expect(data).toMatchObject({ number: "12/QĐ-BNNMT", issuedOn: "2026-10-05" });
  });
  test.each([
    [
      "that only speaks of one",
      `Tin: làm việc về Quyết định số 12/QĐ-BNNMT ngày 05/10/2026 ${ministry} về việc ban hành kế hoạch`,
    ],
    ["of a draft", `Dự thảo Thông tư số 12/2026/TT-BNNMT ngày 05/10/2026 ${ministry} quy định về giống`],
    [
      "whose only day is that of another document",
      `Quyết định số 12/QĐ-BNNMT ${ministry} về việc bãi bỏ Quyết định số 11/QĐ-BNNMT ngày 05/10/2025`,
    ],
  ])("waits %s", async (_, title) => {
    expect((await item(title)).why).toMatch(/Thiếu/);
  });
});

describe("cases", () => {
  const fields = {
    SoHoSo: "H99.25-261020-0012",
    NgayTiepNhan: "20/10/2026",
    NgayHenTra: "30/10/2026",
    DonViXuLy: "Sở Xây dựng",
    TenThuTuc: "Cấp giấy phép xây dựng",
    TrangThai: "Đang xử lý",
  };
  const aCase = (changes: Record<string, string>) =>
    one(
      `<DanhSach><HoSo>${Object.entries({ ...fields, ...changes })
        .map(([name, value]) => `<${name}>${value}</${name}>`)
        .join("")}</HoSo></DanhSach>`,
      cases,
    );
  test.each<[string, Record<string, string>, RegExp]>([
    ["due before it was received", { NgayHenTra: "30/09/2026" }, /trước ngày tiếp nhận/],
    ["done on a day to come", { NgayCoKetQua: "30/12/2026", TrangThai: "Đã trả" }, /tương lai/],
    ["done and not done", { NgayCoKetQua: "01/11/2026" }, /chưa giải quyết xong/],
    ["in a state that nobody declared", { TrangThai: "Chờ ký số" }, /chưa được khai báo/],
    [
      "with an official's name in its unit",
      { DonViXuLy: "Sở Xây dựng – CV Nguyễn Văn Mẫu" },
      /nêu tên một người/,
    ],
    [
      "with somebody's name in its procedure",
      { TenThuTuc: "Cấp phép cho ông Nguyễn Văn Mẫu" },
      /nêu tên một người/,
    ],
  ])("wait that are %s", async (_, changes, expected) => {
    expect((await aCase(changes)).why).toMatch(expected);
  });
  test("may be handled by what is named after somebody", async () => {
    const unit = "Trường THPT Nguyễn Bỉnh Khiêm, TP. Hồ Chí Minh";
    expect((await aCase({ DonViXuLy: unit })).data).toMatchObject({ unit });
  });
  test("lose a result with a name and no more", async () => {
    expect(
      (await aCase({ KetQua: "Giấy phép số 12 cấp cho Nguyễn Văn Mẫu" })).data?.["result"],
    ).toBeUndefined();
  });
  test("lose a result that names somebody", async () => {
    const { data } = await aCase({ KetQua: "Bà Lê Thị Mẫu đến nhận" });
    expect(data).toMatchObject({ state: "dang-xu-ly" });
    expect(data?.["result"]).toBeUndefined();
  });
});
