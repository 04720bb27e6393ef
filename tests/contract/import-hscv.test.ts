import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatEntry, readLoosely } from "../../src/content-model/entry-file.ts";
import { caseFile, caseKey } from "../../src/content-model/case.ts";
import { judgeMain } from "../../src/operations/judge-main.ts";
import { approvalsSince } from "../../src/publishing/approvals.ts";
import { aFeed, anImport, aRecord, records } from "../support/an-import.ts";
import { aDocx } from "../support/a-docx.ts";
import { aPdf } from "../support/a-pdf.ts";

const folder = "content/sites/tinh/documents/2026";
const file = `${folder}/45-kh-ubnd.md`;

describe("a feed becomes documents", () => {
  test("by one commit of the importer, and the same feed again makes none", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    const run = await hscv.run();
    expect(run).toMatchObject({ state: "done", notes: [], counts: { records: 1, added: 1, quarantined: 0 } });
    expect(await hscv.onMain(file)).toContain(
      "excerpt: Triển khai tháng hành động vì môi trường nông thôn năm 2026",
    );
    const commit = await hscv.repository.readCommit("main");
    expect(commit).toMatchObject({
      oid: run.commit,
      parents: [hscv.start],
      author: { email: "nhap-hscv@cong.invalid" },
    });
    expect(commit.message).toContain("Nhập từ Hệ thống HSCV thử: thêm 1");
    expect(commit.message).toContain("45/KH-UBND");

    const main = await hscv.main();
    expect((await hscv.run()).state).toBe("unchanged");
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ unchanged: 1, added: 0, changed: 0 });
    expect(await hscv.main()).toBe(main);
  });

  test("which every checker of main takes for what it is", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed(records(2)));
    await hscv.run();
    expect(await judgeMain(hscv.repository, hscv.forge.history, hscv.start)).toMatchObject({
      imports: 1,
      unadmitted: [],
    });
    expect(await approvalsSince(hscv.repository, hscv.start, await hscv.main())).toMatchObject([
      { importedFrom: "hscv", approvers: [] },
    ]);
  });

  test("whose index is made anew from main when the importer's memory is lost", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed(records(3)));
    await hscv.run();
    const main = await hscv.main();
    for (const table of ["documents", "written", "marks", "feeds"])
      hscv.office.store.database.run(`DELETE FROM ${table}`);
    expect((await hscv.run()).counts).toMatchObject({ unchanged: 3, added: 0, changed: 0 });
    expect(await hscv.main()).toBe(main);
  });

  test("and changes there become changes here, at the same address", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1", SoKyHieu: "46/KH-UBND" })]));
    expect((await hscv.run()).counts).toMatchObject({ added: 0, changed: 1 });
    expect(await hscv.onMain(file)).toContain("number: 46/KH-UBND");
  });

  test("also where the source gives its records new names", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(aFeed([aRecord({ Id: "moi-1" })]));
    expect((await hscv.run()).counts).toMatchObject({ added: 0, changed: 1, quarantined: 0 });
    expect(await hscv.onMain(file)).toContain("id: moi-1");
  });
});

describe("what is older never replaces what is newer", () => {
  const said = (excerpt: string, time: string) =>
    aFeed([aRecord({ Id: "vb-1", TrichYeu: excerpt, NgayCapNhat: time })]);

  test("however late it comes, and the run tells of it", async () => {
    const hscv = await anImport();
    await hscv.feed(said("Kế hoạch công tác năm, bản sửa", "12/10/2026 10:30:00"));
    await hscv.run();
    expect(await hscv.onMain(file)).toContain("changed: 2026-10-12T03:30:00.000Z");
    const main = await hscv.main();
    await hscv.feed(said("Kế hoạch công tác năm, bản đầu", "2026-10-12T09:00:00+07:00"));
    const run = await hscv.run();
    expect(run).toMatchObject({ state: "done", counts: { changed: 0, quarantined: 0, passedOver: 1 } });
    expect(run.notes.join()).toMatch(/bản cũ hơn bản đang đăng, giữ bản mới: 45\/KH-UBND/);
    expect(await hscv.main()).toBe(main);
    await hscv.feed(said("Kế hoạch công tác năm, bản cuối", "12/10/2026 11:00"));
    expect((await hscv.run()).counts).toMatchObject({ changed: 1 });
  });

  test("in whatever order the files of a folder lie", async () => {
    const hscv = await anImport();
    await hscv.feed(said("Kế hoạch công tác năm, bản đầu", "12/10/2026 09:00"), "b.xml");
    await hscv.run();
    await hscv.feed(said("Kế hoạch công tác năm, bản cuối", "12/10/2026 11:00"), "a.xml");
    await hscv.feed(said("Kế hoạch công tác năm, bản sửa", "12/10/2026 10:30"), "c.xml");
    expect((await hscv.run()).counts).toMatchObject({ changed: 1, quarantined: 0 });
    expect(await hscv.onMain(file)).toContain("bản cuối");
    const main = await hscv.main();
    await hscv.run({ anew: true });
    expect(await hscv.main()).toBe(main);
  });

  test("and a time that cannot be decides nothing, which the run tells", async () => {
    const hscv = await anImport();
    await hscv.feed(said("Kế hoạch công tác năm, bản đầu", "12/10/2099 09:00"));
    expect((await hscv.run()).notes.join()).toMatch(/1 bản ghi có thời điểm.*12\/10\/2099/);
    await hscv.feed(said("Kế hoạch công tác năm, bản cuối", "hôm qua"));
    expect((await hscv.run()).counts).toMatchObject({ changed: 1, quarantined: 0 });
  });
});

test("words for a field that nobody knows are told once each, with how many documents have them", async () => {
  const hscv = await anImport();
  const about = (word: string) => (text: string) =>
    text.replace("</VanBan>", `<LinhVuc>${word}</LinhVuc></VanBan>`);
  await hscv.feed(
    aFeed([
      ...records(3).map(about("Thủy lợi")),
      ...records(1, 10).map(about("Tôn giáo, dân tộc")),
      ...records(1, 20).map(about("Y tế")),
    ]),
  );
  const run = await hscv.run();
  expect(run.counts).toMatchObject({ added: 5, quarantined: 0 });
  expect(run.notes.join()).toContain("«Thủy lợi» (3), «Tôn giáo, dân tộc» (1). Thêm");
});

describe("what people wrote stays", () => {
  test("in a document that an editor went over after it was imported", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    const { data } = readLoosely((await hscv.onMain(file)) ?? "");
    const edited = formatEntry(
      { ...data, excerpt: "Trích yếu đã sửa cho rõ nghĩa hơn", field: "moi-truong" },
      "Tóm tắt.",
    );
    const number = await hscv.submit("viet", { [file]: edited });
    await hscv.approve("duyet", number);
    expect(await hscv.merge("duyet", number)).toBe("");

    await hscv.feed(
      aFeed([aRecord({ Id: "vb-1", TrichYeu: "Trích yếu mới của nguồn văn bản", NguoiKy: "Lê Thị Hạnh" })]),
    );
    const run = await hscv.run();
    expect(readLoosely((await hscv.onMain(file)) ?? "")).toMatchObject({
      data: { excerpt: "Trích yếu đã sửa cho rõ nghĩa hơn", field: "moi-truong", signer: "Lê Thị Hạnh" },
      body: "Tóm tắt.",
    });
    expect(run.notes.join()).toContain("Trích yếu");
    expect((await judgeMain(hscv.repository, hscv.forge.history, hscv.start)).unadmitted).toEqual([]);
  });

  test("as it is where an editor had entered the document before", async () => {
    const byHand = formatEntry(
      {
        number: "45/KH-UBND",
        type: "ke-hoach",
        issuer: "Ủy ban nhân dân tỉnh Sông Mây",
        excerpt: "Bản do biên tập viên nhập từ trước",
        signerTitle: "Chủ tịch",
        issuedOn: "2026-10-12",
        field: "moi-truong",
      },
      "",
    );
    const hscv = await anImport({}, { files: { [file]: byHand } });
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" }), ...records(1)]));
    expect(await hscv.run()).toMatchObject({ counts: { byHand: 1, added: 1 } });
    expect(await hscv.onMain(file)).toBe(byHand);
  });
});

describe("a record that is not right waits, with a reason", () => {
  const reasonsFor = async (changes: Record<string, string>) => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1", ...changes }), ...records(1)]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 1 });
    const [waiting] = hscv.office.store.quarantined();
    return { hscv, waiting, said: waiting?.reasons.map(({ message }) => message).join(" ") ?? "" };
  };

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "a date that does not exist",
      { NgayBanHanh: "30/02/2026" },
      /không phải một ngày có thật: «30\/02\/2026»/,
    ],
    ["a date to come", { NgayBanHanh: "01/01/2031" }, /ở tương lai/],
    ["no excerpt", { TrichYeu: "" }, /Thiếu «Trích yếu»/],
    ["a placeholder for an excerpt", { TrichYeu: "N/A" }, /Thiếu «Trích yếu»/],
    ["no number", { SoKyHieu: "" }, /Thiếu «Số, ký hiệu»/],
    ["an unknown type", { LoaiVanBan: "Giấy chứng nhận" }, /chưa được khai báo: «Giấy chứng nhận»/],
    ["another year in its number", { SoKyHieu: "12/2025/QĐ-UBND", LoaiVanBan: "Quyết định" }, /ghi năm 2025/],
    ["text in TCVN3", { TrichYeu: "VÒ viÖc ph¸t triÓn n«ng nghiÖp tØnh" }, /bảng mã cũ TCVN3/],
    ["broken letters", { TrichYeu: "Quy?t ??nh v? vi?c phê duy?t k? ho?ch" }, /vỡ chữ/],
    ["UTF-8 read twice", { TrichYeu: "Quyáº¿t Ä‘á»‹nh vá» viá»‡c phÃª duyá»‡t" }, /vỡ chữ/],
    ["a citizen's number", { TrichYeu: "Về việc cấp đất cho ông A, căn cước 001090012345" }, /số căn cước/],
    [
      "a date of expiry before its effect",
      { NgayHieuLuc: "01/12/2026", NgayHetHieuLuc: "01/11/2026" },
      /không được trước/,
    ],
  ])("for %s", async (_, changes, expected) => {
    expect((await reasonsFor(changes)).said).toMatch(expected);
  });

  test("whose day may be another one, where the feed writes the month first", async () => {
    const hscv = await anImport();
    const day = (Id: string, NgayBanHanh: string) => aRecord({ Id, SoKyHieu: `${Id}/KH-UBND`, NgayBanHanh });
    await hscv.feed(aFeed([day("1", "10/25/2026"), day("2", "10/11/2026"), day("3", "10/10/2026")]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 2 });
    expect(JSON.stringify(hscv.office.store.quarantined())).toContain("Không rõ ngày hay tháng");
    // One slip among dates with the day first says nothing of the others.
    await hscv.feed(aFeed([day("1", "10/25/2026"), day("2", "10/11/2026"), day("3", "25/10/2026")]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, changed: 1, quarantined: 1 });
  });

  test("and is taken once it is mended at the source", async () => {
    const { hscv, waiting } = await reasonsFor({ NgayBanHanh: "31/11/2026" });
    expect(waiting).toMatchObject({ record: "vb-1", raw: expect.stringContaining("31/11/2026") as string });
    await hscv.feed(aFeed([aRecord({ Id: "vb-1", NgayBanHanh: "13/11/2026" }), ...records(1)]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0, unchanged: 1 });
    expect(hscv.office.store.quarantined()).toEqual([]);
  });

  test.each([
    ["a field says so", { DoMat: "Mật" }],
    ["its number says so", { SoKyHieu: "12/BC-MẬT" }],
    ["its excerpt says so", { TrichYeu: "Độ mật: Tối mật. Về việc bố trí lực lượng" }],
  ])("a secret one leaves nothing behind: %s", async (_, changes) => {
    const { hscv, waiting } = await reasonsFor(changes);
    expect(waiting).toMatchObject({ raw: "", record: "", title: "Bản ghi có dấu độ mật" });
    expect(JSON.stringify(hscv.office.store.quarantined())).not.toContain("môi trường nông thôn");
  });

  test("two of one name in one file, neither of which says that it came later", async () => {
    const hscv = await anImport();
    const two = (first: string, second: string) =>
      aFeed([
        aRecord({ Id: "vb-1", TrichYeu: "Kế hoạch công tác năm, bản sửa", NgayCapNhat: first }),
        aRecord({ Id: "vb-1", TrichYeu: "Kế hoạch công tác năm, bản cũ", NgayCapNhat: second }),
      ]);
    await hscv.feed(two("", ""));
    expect((await hscv.run()).counts).toMatchObject({ added: 0, quarantined: 2 });
    await hscv.feed(two("12/10/2026 10:00", "12/10/2026 09:00"));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0 });
    expect(await hscv.onMain(file)).toContain("bản sửa");
  });

  test("but not for a name that software gives to everything", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed(["1/KH-UBND", "2/KH-UBND"].map((SoKyHieu) => aRecord({ Id: "0", SoKyHieu }))));
    expect((await hscv.run()).counts).toMatchObject({ added: 2, quarantined: 0 });
  });

  test("while a file that a right one names in a place that nobody reads is told", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" }, "<Files><File>tep/ke-hoach-45.PDF</File></Files>")]));
    expect((await hscv.run()).notes.join()).toContain("1 bản ghi nêu tên tệp (ví dụ «ke-hoach-45.PDF»)");
  });

  test("two documents of one number, type, year and issuer, whichever comes first", async () => {
    const hscv = await anImport();
    await hscv.feed(
      aFeed([aRecord({ Id: "vb-1" }), aRecord({ Id: "vb-2", TrichYeu: "Một văn bản khác trùng số" })]),
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 0, quarantined: 2 });
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(
      aFeed([aRecord({ Id: "vb-1" }), aRecord({ Id: "vb-2", TrichYeu: "Một văn bản khác trùng số" })]),
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 0, unchanged: 1, quarantined: 1 });
    await hscv.feed(
      aFeed([
        aRecord({ Id: "vb-1" }),
        aRecord({ Id: "vb-2", SoKyHieu: "045/KH-UBND", CoQuanBanHanh: "UBND tỉnh Sông Mây" }),
      ]),
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 0, unchanged: 1, quarantined: 1 });
    // Somebody else's number is another one.
    await hscv.feed(
      aFeed([aRecord({ Id: "vb-1" }), aRecord({ Id: "vb-3", CoQuanBanHanh: "Ủy ban nhân dân xã Bến Quê" })]),
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0 });
  });
});

describe("documents go", () => {
  const withdrawing = { absence: "withdraw" };
  const shown = async (hscv: Awaited<ReturnType<typeof anImport>>, number: number) =>
    readLoosely((await hscv.onMain(`${folder}/${String(number)}-kh-ubnd.md`)) ?? "").data["withdrawn"] !==
    true;

  test("with a notice when the source says so, and come back when it does", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1", TrangThai: "Thu hồi", LyDo: "Ban hành sai thẩm quyền" })]));
    expect((await hscv.run()).counts).toMatchObject({ withdrawn: 1, changed: 0 });
    expect(readLoosely((await hscv.onMain(file)) ?? "").data).toMatchObject({
      withdrawn: true,
      withdrawnReason: "Ban hành sai thẩm quyền",
    });
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ withdrawn: 0, changed: 0 });
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    expect(readLoosely((await hscv.onMain(file)) ?? "").data["withdrawn"]).toBeUndefined();
  });

  test.each([
    ["<IsDeleted>true</IsDeleted>", 1],
    ["<IsDeleted>0</IsDeleted><DaThuHoi>Có</DaThuHoi>", 1],
    ["<CongKhai>Không công khai</CongKhai>", 1],
    ["<LaDuThao>true</LaDuThao>", 1],
    // What is gone need not be right any more.
    ["<DaXoa>x</DaXoa><NgayHieuLuc>30/02/2026</NgayHieuLuc>", 1],
    ["<IsDeleted>False</IsDeleted><DaXoa>Chưa</DaXoa>", 0],
  ])("by a flag such as %s", async (inside, withdrawn) => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(
      aFeed([aRecord({ Id: "vb-1" }, inside), aRecord({ Id: "vb-9", SoKyHieu: "9/KH-UBND" }, inside)]),
    );
    const { counts } = await hscv.run();
    expect(counts).toMatchObject({ withdrawn, added: 1 - withdrawn, quarantined: 0 });
    expect(await shown(hscv, 45)).toBe(withdrawn === 0);
  });

  test("not by a flag that nobody understands: that waits, and the document stays", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" })]));
    await hscv.run();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" }, "<IsDeleted>2026-10-11</IsDeleted>")]));
    expect((await hscv.run()).counts).toMatchObject({ withdrawn: 0, changed: 0, quarantined: 1 });
    expect(hscv.office.store.quarantined()[0]?.reasons[0]?.message).toMatch(/Gỡ văn bản.*chưa được khai báo/);
    expect(await shown(hscv, 45)).toBe(true);
  });

  test("at once where their source marks them as secret afterwards", async () => {
    const hscv = await anImport();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" }), ...records(30, 100)]));
    await hscv.run();
    await hscv.feed(aFeed([aRecord({ Id: "vb-1", DoMat: "Mật" }), ...records(30, 100)]));
    const run = await hscv.run();
    expect(run.counts).toMatchObject({ withdrawn: 1, quarantined: 1 });
    expect(run.notes.join()).toContain("dấu độ mật cho văn bản đang đăng");
    expect(await shown(hscv, 45)).toBe(false);
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ withdrawn: 0, changed: 0 });
  });

  test("when a source that always lists everything lists them no more, up to a twentieth", async () => {
    const hscv = await anImport(withdrawing);
    await hscv.feed(aFeed(records(40)));
    await hscv.run();
    await hscv.feed(aFeed(records(38)));
    expect((await hscv.run()).counts).toMatchObject({ withdrawn: 2 });
    expect([await shown(hscv, 38), await shown(hscv, 39)]).toEqual([true, false]);
  });

  test("but not more than that until somebody has looked", async () => {
    const hscv = await anImport(withdrawing);
    await hscv.feed(aFeed(records(40)));
    await hscv.run();
    const main = await hscv.main();
    await hscv.feed(aFeed([...records(20), ...records(1, 90)]));
    const run = await hscv.run();
    expect(run).toMatchObject({ state: "stopped" });
    expect(run.notes.join()).toContain("20 trong 40");
    expect(await hscv.main()).toBe(main);
    expect(await hscv.run({ allowVanishing: true })).toMatchObject({
      state: "done",
      counts: { withdrawn: 20, added: 1 },
    });
  });
});

/** A PDF whose trailer names a key that nobody has. */
const aLockedPdf = () =>
  Buffer.from("%PDF-1.4\ntrailer\n<< /Root 1 0 R /Encrypt 2 0 R >>\n%%EOF\n", "latin1");

describe("attachments", () => {
  const attached = (inside: string) =>
    aRecord({ Id: "vb-1" }, `    <TepDinhKem><Tep>${inside}</Tep></TepDinhKem>\n`);
  const inline = (bytes: Uint8Array, name = "Kế hoạch 45.pdf") =>
    attached(`<TenTep>${name}</TenTep><NoiDungTep>${Buffer.from(bytes).toString("base64")}</NoiDungTep>`);

  test("are stored once, under the hash of their bytes", async () => {
    const hscv = await anImport();
    const pdf = aPdf(["Kế hoạch làm sạch kênh mương"]);
    await hscv.feed(aFeed([inline(pdf)]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0 });
    const { data } = readLoosely((await hscv.onMain(file)) ?? "");
    const [{ file: address }] = data["attachments"] as [{ file: string }];
    expect(address).toMatch(/^\/media\/van-ban-nhap\/[0-9a-f]{2}\/[0-9a-f]{32}\/ke-hoach-45\.pdf$/);
    expect(await hscv.repository.readFile("main", `content/sites/tinh${address}`)).toEqual(pdf);
  });

  test("of one document that are the same are shown once", async () => {
    const hscv = await anImport();
    const [first = ""] = /<Tep>.*<\/Tep>/s.exec(inline(aPdf(["Kế hoạch"]))) ?? [];
    await hscv.feed(aFeed([aRecord({ Id: "vb-1" }, `<TepDinhKem>${first}${first}</TepDinhKem>`)]));
    await hscv.run();
    expect(readLoosely((await hscv.onMain(file)) ?? "").data["attachments"]).toHaveLength(1);
  });

  test.each<[string, Uint8Array, RegExp]>([
    ["HTML that is called PDF", Buffer.from("<!DOCTYPE html><html><script>1</script>"), /trang HTML/],
    ["nothing", Buffer.alloc(0), /không có trong thư mục của nguồn/],
    ["a PDF that broke off", aPdf(["Kế hoạch"]).subarray(0, -10), /bị cụt/],
    ["a PDF that only its author can open", aLockedPdf(), /đặt mật khẩu/],
    ["a program", Buffer.from("MZ\u0090\u0000\u0003"), /không/],
    ["a PDF with a secrecy mark", aPdf(["TỐI MẬT", "Phương án bố trí"]), /dấu độ mật/],
    [
      "a Word file with somebody's identity number",
      aDocx(["Căn cước công dân số 001090012345"]),
      /số căn cước/,
    ],
  ])("are refused with their document: %s", async (_, bytes, expected) => {
    const hscv = await anImport();
    await hscv.feed(aFeed([inline(bytes), ...records(1)]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 1 });
    const [waiting] = hscv.office.store.quarantined();
    expect(waiting?.reasons[0]?.message).toMatch(expected);
    expect(await hscv.onMain(file)).toBeUndefined();
  });

  test("of a folder lie beside its files, and nowhere else", async () => {
    const hscv = await anImport();
    await hscv.feed(aPdf(["Kế hoạch"]), "tep/45.pdf");
    await hscv.feed(aFeed([attached("<DuongDan>tep/45.pdf</DuongDan>")]));
    expect((await hscv.run()).counts).toMatchObject({ added: 1 });
    await hscv.feed(aFeed([attached("<DuongDan>../../../../etc/passwd</DuongDan>")]));
    expect((await hscv.run()).counts).toMatchObject({ changed: 0, quarantined: 1 });
  });
});

describe("edXML", () => {
  const sample = readFileSync(new URL("../../content/profiles/edxml.sample.xml", import.meta.url), "utf8");
  const at = `${folder}/842-tb-snnmt.md`;
  const message = (type: string, changes: (text: string) => string = (text) => text) =>
    changes(sample)
      .replace("<edXML:BussinessDocType>0<", `<edXML:BussinessDocType>${type}<`)
      .replace("<edXML:BussinessDocReason><", "<edXML:BussinessDocReason>Sai thẩm quyền ban hành<");

  test("messages about one document are taken in order, and only once", async () => {
    const hscv = await anImport({ profile: "edxml" });
    await hscv.feed(message("0"), "001.xml");
    await hscv.run();
    await hscv.feed(
      message("2", (text) => text.replace("Lịch lấy nước", "Lịch lấy nước (điều chỉnh)")),
      "002.xml",
    );
    expect((await hscv.run()).counts).toMatchObject({ changed: 1, added: 0, quarantined: 0 });
    expect(await hscv.onMain(at)).toContain("Lịch lấy nước (điều chỉnh)");
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ changed: 0 });
    await hscv.feed(message("1"), "003.xml");
    expect((await hscv.run()).counts).toMatchObject({ withdrawn: 1 });
    expect(readLoosely((await hscv.onMain(at)) ?? "").data).toMatchObject({ withdrawn: true });
    const main = await hscv.main();
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ withdrawn: 0, changed: 0, added: 0 });
    expect(await hscv.main()).toBe(main);
  });

  test("nothing private of it is in the repository, and reports of receipt are passed over", async () => {
    const hscv = await anImport({ profile: "edxml" });
    await hscv.feed(sample, "001.xml");
    await hscv.feed(
      "<edXML><Status><ResponseFor><DocumentId>x</DocumentId></ResponseFor><StatusCode>03</StatusCode></Status></edXML>",
      "002.xml",
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 1, passedOver: 1, quarantined: 0 });
    const text = (await hscv.onMain(at)) ?? "";
    expect(text).not.toMatch(/0900000000|vanthu@|Người Mẫu/);
  });

  test.each<[string, (text: string) => string]>([
    [
      "another namespace",
      (text) => text.replaceAll("http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://www.e-doc.vn/Schema/"),
    ],
    ["prefixes that nothing binds", (text) => text.replace(/ xmlns:edXML="[^"]*"/, "")],
    ["no prefixes", (text) => text.replaceAll("edXML:", "")],
    ["junk before its declaration", (text) => `1212${text}`],
    ["Date for PromulgationDate", (text) => text.replaceAll("PromulgationDate", "Date")],
    [
      "a type that holds a value",
      (text) =>
        text.replace(
          /<edXML:Type>2<\/edXML:Type><edXML:TypeName>([^<]*)<\/edXML:TypeName>/,
          "<edXML:Type><edXML:value>$1</edXML:value></edXML:Type>",
        ),
    ],
    ["a name in decomposed letters", (text) => text.normalize("NFD")],
    ["N/A for its place", (text) => text.replace("<edXML:Place>Sông Mây<", "<edXML:Place>N/A<")],
    [
      "the number's slash in its notation",
      (text) => text.replace("<edXML:CodeNotation>", "<edXML:CodeNotation>/"),
    ],
  ])("is read with %s", async (_, change) => {
    const hscv = await anImport({ profile: "edxml" });
    await hscv.feed(change(sample), "001.xml");
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0 });
    expect(readLoosely((await hscv.onMain(at)) ?? "").data).toMatchObject({
      number: "842/TB-SNNMT",
      type: "thong-bao",
      issuedOn: "2026-11-10",
      signer: "Nguyễn Thị Mẫu",
    });
  });

  test("an unfilled placeholder where the attachment should be is told", async () => {
    const hscv = await anImport({ profile: "edxml" });
    await hscv.feed(
      sample.replace(
        "</edXML:edXML>",
        "<AttachmentEncoded><Attachment><ContentTransferEncoded>{{base64 content}}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML:edXML>",
      ),
      "001.xml",
    );
    expect((await hscv.run()).counts).toMatchObject({ added: 0, quarantined: 1 });
    expect(hscv.office.store.quarantined()[0]?.reasons[0]?.message).toContain("không phải base64");
  });
});

describe("cases", () => {
  const sample = readFileSync(
    new URL("../../content/profiles/danh-sach-ho-so.sample.xml", import.meta.url),
    "utf8",
  );

  test("are found by who has number and code, and hold neither, nor anybody's name", async () => {
    const hscv = await anImport({ profile: "danh-sach-ho-so" });
    await hscv.feed(sample);
    expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 0 });
    const path = caseFile("2026", await caseKey("h99.25-261020-0012", "qw12er34"));
    const text = (await hscv.onMain(path)) ?? "";
    expect(text).toContain("state: da-tra");
    const everything = `${text} ${(await hscv.repository.readCommit("main")).message}`;
    expect(everything).not.toMatch(/0012|QW12|Nguyễn Văn Mẫu|0900000000/);
    expect((await hscv.run({ anew: true })).counts).toMatchObject({ unchanged: 1, added: 0, changed: 0 });

    await hscv.feed(sample.replace("Đã trả kết quả", "Từ chối"));
    expect((await hscv.run()).counts).toMatchObject({ changed: 1 });
  });
});

describe("a source whose policy is submission", () => {
  test("hands in one submission that an approver decides about, and keeps it while nothing changes", async () => {
    const hscv = await anImport({ policy: "submission" });
    await hscv.feed(aFeed(records(2)));
    expect((await hscv.run()).counts).toMatchObject({ added: 2 });
    expect(await hscv.main()).toBe(hscv.start);
    const [submission, ...others] = hscv.forge.submissions();
    expect(others).toEqual([]);
    await hscv.run({ anew: true });
    const number = submission?.number ?? 0;
    expect(hscv.forge.submissions()).toHaveLength(1);
    await hscv.approve("duyet", number);
    expect(await hscv.merge("duyet", number)).toBe("");
    expect(await hscv.onMain(`${folder}/1-kh-ubnd.md`)).toBeDefined();
    expect((await hscv.run()).counts).toMatchObject({ added: 0, unchanged: 2 });
  });
});

test("an import may touch nothing but documents and cases that are its own", async () => {
  const hscv = await anImport();
  const take = async (files: Record<string, string>) => {
    const main = await hscv.main();
    const changes = await Promise.all(
      Object.entries(files).map(async ([path, text]) => ({
        path,
        oid: await hscv.repository.writeBlob(Buffer.from(text)),
      })),
    );
    const tree = await hscv.repository.writeTree(main, changes);
    const person = { name: "Nhập HSCV", email: "nhap-hscv@cong.invalid", date: new Date() };
    const sha = await hscv.repository.writeCommit({
      tree,
      parents: [main],
      author: person,
      committer: person,
      message: "Nhập\n\nImported-from: hscv\n",
    });
    return hscv.forge.takeImport({ sha, login: "nhap-hscv", source: "hscv" });
  };
  await expect(take({ "content/portal.yaml": "name: x" })).rejects.toThrow("không dành cho nhập");
  await expect(take({ "content/sites/tinh/news/2026/tin.md": "---\n---\n" })).rejects.toThrow(
    "không dành cho nhập",
  );
  await expect(take({ "content/sites/tinh/media/2026/anh.pdf": "%PDF-" })).rejects.toThrow(
    "không dành cho nhập",
  );
  await expect(take({ [file]: "---\nnumber: 1/QĐ-UBND\n---\n" })).rejects.toThrow("phải ghi nguồn");
  expect(await hscv.main()).toBe(hscv.start);
});
