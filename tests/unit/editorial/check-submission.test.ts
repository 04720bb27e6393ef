import sharp from "sharp";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import type { Ad } from "../../../src/content-model/ad.ts";
import { formatEntry } from "../../../src/content-model/entry-file.ts";
import { checkSubmission, type SubmittedFile } from "../../../src/editorial/check-submission.ts";
import { eventsOf } from "../../../src/content-store/week-events.ts";
import { anAdEntry, aQuestionEntry, aWeekEntry } from "../../support/content.ts";
import { aNewsItem, aNewsText } from "../../support/news.ts";
import { portalSettings } from "../../support/portal.ts";
import { aSite } from "../../support/site.ts";

const article = "content/sites/tinh/news/2026/bai.md";
const photo = "content/sites/tinh/media/2026/anh.jpg";
const aPhoto = (width = 1200) =>
  sharp({ create: { width, height: 800, channels: 3, background: "#345" } })
    .jpeg()
    .toBuffer();

/** What the checks say about these files being added to a site that has its settings and what is `there`. */
async function check(
  files: Record<string, string | Buffer>,
  status: SubmittedFile["status"] = "added",
  there: Record<string, string> = {},
) {
  const tree: Record<string, string | Buffer> = {
    "content/sites/tinh/site.yaml": stringify(aSite()),
    ...there,
    ...files,
  };
  return checkSubmission({
    files: Object.keys(files).map((path) => ({ path, status })),
    read: (path) => Promise.resolve(path in tree ? Buffer.from(tree[path] ?? "") : undefined),
    list: (folder, like = () => true) =>
      Promise.resolve(Object.keys(tree).filter((path) => path.startsWith(`${folder}/`) && like(path))),
    textOf: (data) => Promise.resolve(Buffer.from(data).toString("utf8")),
    now: new Date("2026-11-20T02:00:00Z"),
  });
}
const messages = (findings: { message: string }[]) => findings.map((finding) => finding.message).join("\n");

describe("a submission", () => {
  test("that is right has no findings", async () => {
    const text = aNewsText({
      cover: "/media/2026/anh.jpg",
      coverAlt: "Cầu nhìn từ bờ tây",
      coverCredit: "Ban Biên tập",
      coverRights: "co-quan-chup",
      coverConsent: "noi-cong-cong",
    });
    expect(await check({ [article]: text, [photo]: await aPhoto() })).toEqual([]);
  });

  test("with a cover of unknown rights is advised on", async () => {
    const text = aNewsText({ cover: "/media/2026/anh.jpg", coverAlt: "Công nhân xếp rọ đá" });
    expect(await check({ [article]: text, [photo]: await aPhoto() })).toMatchObject([
      { level: "advise", message: "chưa ghi «Nguồn ảnh», «Quyền dùng ảnh», «Người trong ảnh»." },
    ]);
  });

  test("in decomposed Unicode is stopped", async () => {
    expect(messages(await check({ [article]: aNewsText().normalize("NFD") }))).toContain("NFD");
  });

  test("with a secrecy mark is stopped, in an entry as in what its files say", async () => {
    const marked = await check({ [article]: aNewsText({ title: "Kế hoạch 08/KH-MẬT của tỉnh" }) });
    expect(marked).toMatchObject([
      { level: "block", message: expect.stringContaining("«08/KH-MẬT» (dòng 2)") as unknown },
    ]);
    const file = "content/sites/tinh/media/2026/phu-luc.vtt";
    expect(messages(await check({ [file]: "WEBVTT\n\nTUYỆT MẬT\n" }))).toContain("«TUYỆT MẬT»");
  });

  test("in a legacy encoding is stopped", async () => {
    const bytes = Buffer.concat([Buffer.from(aNewsText()), Buffer.from([0xe9, 0x20, 0xff])]);
    expect(messages(await check({ [article]: bytes }))).toContain("không đọc được");
  });

  test("of a year's holidays is held to the year and to the calendar", async () => {
    const file = "content/holidays/2027.yaml";
    const holidays = [{ name: "Tết Dương lịch", from: "2027-01-01" }];
    const right = stringify({ source: "Thông báo lịch nghỉ năm 2027", holidays });
    expect((await check({ [file]: right })).map(({ level }) => level)).toEqual(["advise"]);
    const other = stringify({ source: "Thông báo", holidays: [{ name: "Quốc khánh", from: "2026-09-02" }] });
    expect(messages(await check({ [file]: other }))).toContain("Có ngày không thuộc năm 2027: 2026-09-02.");
    expect(messages(await check({ [file]: "holidays: [" }))).toContain("Tệp viết sai YAML");
  });

  test("of a logo that is not in the library is stopped", async () => {
    const theme = { ...aSite().theme, logo: "/media/logo.png" };
    const settings = { "content/sites/tinh/site.yaml": stringify(aSite({ theme })) };
    expect(messages(await check(settings))).toContain("Không tìm thấy logo /media/logo.png");
    const withLogo = await check({ ...settings, "content/sites/tinh/media/logo.png": await aPhoto() });
    expect(messages(withLogo)).not.toContain("Không tìm thấy");
  });

  test("of a section the site does not have is told the sections there are", async () => {
    const [finding] = await check({ [article]: aNewsText({ category: "the-thao" }) });
    expect(finding).toMatchObject({
      level: "block",
      label: "Chuyên mục",
      remedy: expect.stringContaining("kinh-te") as unknown,
    });
  });

  test("of an article named like a month is stopped: the archive stands there", async () => {
    expect(messages(await check({ "content/sites/tinh/news/2026/11.md": aNewsText() }))).toContain(
      "lưu trữ theo tháng",
    );
  });

  test("of a week under another week's name is told where it belongs", async () => {
    const { data } = aWeekEntry("2026-11-23");
    const found = await check({
      "content/sites/tinh/calendar/2026/tuan-47.md": formatEntry({ ...data }, ""),
    });
    expect(messages(found)).toContain("lịch phải nằm ở 2026/tuan-48.md");
    expect(
      await check({ "content/sites/tinh/calendar/2026/tuan-48.md": formatEntry({ ...data }, "") }),
    ).toEqual([]);
  });

  test("of an article that tells of an event the calendar does not have is told so", async () => {
    const week = aWeekEntry("2026-11-23");
    const [event] = eventsOf(week);
    const found = (id: string) =>
      check({
        [week.file]: formatEntry({ ...week.data }, ""),
        [article]: aNewsText({ event: `https://songmay.gov.vn/lich-cong-tac/2026/tuan-48#_viec-${id}` }),
      });
    expect(await found(event?.id ?? "")).toEqual([]);
    expect(messages(await found("0123456789ab"))).toBe("Lịch công tác tuần 48 năm 2026 không có việc này.");
  });

  test("of a week whose event was put in other words names the articles that told of it", async () => {
    const before = aWeekEntry("2026-11-23");
    const [event] = eventsOf(before);
    const story = aNewsText({ event: `/lich-cong-tac/2026/tuan-48#_viec-${event?.id ?? ""}` });
    const events = before.data.events.map((one) =>
      one.what === event?.event.what ? { ...one, what: `${one.what} (mở rộng)` } : one,
    );
    const found = (data: object) =>
      check({ [before.file]: formatEntry({ ...data }, "") }, "modified", { [article]: story });
    expect(await found(before.data)).toEqual([]);
    expect(await found({ ...before.data, events })).toMatchObject([
      { level: "advise", label: "Sự kiện", message: expect.stringContaining("viết lại lời") as unknown },
    ]);
  });

  test("of a question is told the fields there are, and needs its answer", async () => {
    const { data } = aQuestionEntry("2026-11-20", { field: "vu-tru" });
    const found = await check({ "content/sites/tinh/questions/2026/hoi.md": formatEntry({ ...data }, "") });
    expect(messages(found)).toContain("không có lĩnh vực hỏi đáp «vu-tru»");
    expect(messages(found)).toContain("còn trống");
  });

  test("without a body is stopped", async () => {
    expect(messages(await check({ [article]: aNewsText({}, "Ngắn") }))).toContain("Nội dung bài còn trống");
  });

  test("with a picture that is not there, without description or from elsewhere is stopped", async () => {
    const body = `${"Nội dung đủ dài để qua phép thử về độ dài của bài. ".repeat(2)}\n\n![](/media/2026/khong-co.jpg)\n\n![x](https://example.com/x.jpg)`;
    const text = messages(await check({ [article]: aNewsText({}, body) }));
    expect(text).toContain("chưa có mô tả");
    expect(text).toContain("Không tìm thấy /media/2026/khong-co.jpg");
    expect(text).toContain("không nằm trong thư viện");
  });

  test("that deletes a published article is told to withdraw it instead", async () => {
    expect(messages(await check({ [article]: "" }, "removed"))).toContain("không được xoá");
  });

  test("of thousands of half-written pictures is checked all the same", async () => {
    // A careless pattern takes minutes for this; the test would run out of its time.
    expect(await check({ [article]: aNewsText({}, "![".repeat(75_000)) })).toEqual([]);
  });

  test("that is a link to somewhere else is stopped", async () => {
    for (const mode of ["120000", "160000"]) {
      const findings = await checkSubmission({
        files: [{ path: article, status: "added", mode }],
        read: () => Promise.resolve(Buffer.from("../../../portal.yaml")),
        list: () => Promise.resolve([]),
        textOf: () => Promise.resolve(undefined),
        now: new Date("2026-11-20T02:00:00Z"),
      });
      expect(messages(findings), mode).toContain("liên kết");
    }
  });

  test("with broken settings is stopped, with every problem", async () => {
    const found = await check({
      "content/sites/tinh/site.yaml": stringify({
        ...aSite(),
        theme: { primary: "đỏ", accent: "#000000" },
        domain: "",
      }),
    });
    expect(found.filter((finding) => finding.level === "block").map((finding) => finding.field)).toEqual([
      "domain",
      "theme.primary",
    ]);
  });

  test("of a page that would take the portal's own address is stopped", async () => {
    const text = `---\ntitle: Tìm kiếm\n---\nNội dung trang đủ dài để được coi là có nội dung thật sự.`;
    expect(messages(await check({ "content/sites/tinh/pages/tim-kiem.md": text }))).toContain("dành riêng");
  });
});

describe("a picture", () => {
  test("is judged by its content and not by its name", async () => {
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    expect(messages(await check({ [photo]: html }))).toContain("không phải ảnh");
    expect(
      messages(
        await check({
          [photo]: await sharp(await aPhoto())
            .png()
            .toBuffer(),
        }),
      ),
    ).toContain("bên trong là PNG");
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>');
    expect(messages(await check({ [photo]: svg }))).toContain("không phải ảnh");
  });

  test("too small to be shown, or too heavy to be kept, is stopped", async () => {
    expect(messages(await check({ [photo]: await aPhoto(200) }))).toContain("chỉ rộng 200");
    const heavy = Buffer.concat([await aPhoto(), Buffer.alloc(5_100_000)]);
    expect(messages(await check({ [photo]: heavy }))).toContain("quá 5 MB");
  });

  test("that tells where it was taken is pointed out", async () => {
    const placed = await sharp(await aPhoto())
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "16/1 27/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect(await check({ [photo]: placed })).toMatchObject([{ level: "advise" }]);
  });
});

describe("an ad", () => {
  const ad = (changes: Partial<Ad> = {}) => formatEntry({ ...anAdEntry().data, ...changes }, "");
  const file = (name: string) => `content/sites/tinh/ads/${name}.md`;

  test("that is right has no findings", async () => {
    expect(await check({ [file("a")]: ad() })).toEqual([]);
  });

  test.each([
    ["an address of numbers", "https://203.0.113.7/khuyen-mai", "địa chỉ IP"],
    ["an address of numbers in another spelling", "https://0xcb007107/", "địa chỉ IP"],
    ["an IPv6 address", "https://[2001:db8::1]/", "địa chỉ IP"],
    ["a machine of the office", "https://maychu/", "nội bộ"],
    ["a shortener", "https://bit.ly/3xYz", "rút gọn"],
    ["a name in front of the host", "https://songmay.gov.vn@vi-du.vn/", "trước dấu @"],
    ["the site itself", "https://songmay.gov.vn/tin-tuc", "chính trang này"],
    ["an address without encryption", "http://vi-du.vn/", "https://"],
  ])("may not lead to %s", async (_, target, words) => {
    const findings = await check({ [file("a")]: ad({ target }) });
    expect(findings).toMatchObject([{ level: "block", label: "Địa chỉ đích" }]);
    expect(messages(findings)).toContain(words);
  });

  test("of the same owner, place and target may not run on the days of another", async () => {
    const first = ad({ start: "2026-01-01", end: "2026-12-31", contract: "01/HĐ" });
    const second = (changes: Partial<Ad>) => check({ [file("a")]: first, [file("b")]: ad(changes) });
    const overlapping = await second({ start: "2026-12-31", end: "2027-12-31" });
    expect(messages(overlapping)).toContain("01/HĐ");
    expect(messages(overlapping)).toContain("từ 31/12/2026 đến 31/12/2026");
    for (const changes of [
      { start: "2027-01-01", end: "2027-12-31" },
      { owner: "Đơn vị khác" },
      { slot: "chan-trang" as const },
      { target: "https://vi-du.vn/khac" },
    ])
      expect(await second(changes), JSON.stringify(changes)).toEqual([]);
  });

  test("that is over is not put up; one that is stopped today may say so", async () => {
    const over = ad({ start: "2026-01-01", end: "2026-11-19" });
    expect(await check({ [file("a")]: over })).toMatchObject([{ level: "block", label: "Đến hết ngày" }]);
    expect(await check({ [file("a")]: over }, "modified")).toMatchObject([{ level: "advise" }]);
    expect(await check({ [file("a")]: ad({ end: "2026-11-20" }) })).toEqual([]);
  });

  test("is told all that its form lacks: picture, description, days in their order", async () => {
    const text = messages(
      await check({ [file("a")]: ad({ kind: "logo", start: "2026-12-01", end: "2026-11-30" }) }),
    );
    expect(text).toContain("cần «Hình»");
    expect(text).toContain("trước «Từ ngày»");
    const picture = { kind: "banner" as const, image: "/media/2026/khong-co.webp" };
    expect(messages(await check({ [file("a")]: ad(picture) }))).toContain("cần «Mô tả hình»");
    expect(messages(await check({ [file("a")]: ad({ ...picture, imageAlt: "Gian hàng" }) }))).toContain(
      "Không tìm thấy /media",
    );
  });
});

describe("rights that name a section", () => {
  const withSections = (...sections: string[]) =>
    stringify({
      ...portalSettings,
      sites: ["tinh"],
      people: portalSettings.people
        .filter(({ login }) => !login.endsWith("-so"))
        .map((person) =>
          person.login === "kinh-te"
            ? { ...person, grants: [{ role: "approver", sites: ["tinh"], sections }] }
            : person,
        ),
    });
  const site = (...ids: string[]) => stringify(aSite({ sections: ids.map((id) => ({ id, name: id })) }));
  const portal = "content/portal.yaml";
  const settings = "content/sites/tinh/site.yaml";

  test("that no site has are refused, with the place and what could be meant", async () => {
    const findings = await check({ [portal]: withSections("kinh-te", "kinh-tee") }, "modified", {
      [settings]: site("kinh-te", "van-hoa"),
    });
    expect(findings.filter(({ level }) => level === "block")).toMatchObject([
      {
        file: portal,
        field: "people.4.grants.0.sections.1",
        message: expect.stringContaining("«kinh-tee»") as string,
        remedy: "Chọn một trong: kinh-te, van-hoa.",
      },
    ]);
  });

  test("keep their section from being taken out of the site", async () => {
    const there = { [portal]: withSections("kinh-te") };
    expect(messages(await check({ [settings]: site("van-hoa") }, "modified", there))).toContain(
      "còn giao quyền theo nó",
    );
    expect(
      messages(await check({ [settings]: site("van-hoa", "kinh-te") }, "modified", there)),
    ).not.toContain("giao quyền");
  });
});

test("what is taken down is not read as if readers saw it; the reason that they see is", async () => {
  const leaking =
    "Căn cước số 001085012345 của người nhận hỗ trợ ở phường, kèm [liên kết hỏng](/media/khong-co.pdf) trong bài.";
  const down = (withdrawnReason: string) =>
    formatEntry({ ...aNewsItem(), withdrawn: true, withdrawnReason }, leaking);
  expect(messages(await check({ [article]: aNewsText({}, leaking) }, "modified"))).toContain("căn cước");
  expect(await check({ [article]: down("Số liệu đang được rà soát lại.") }, "modified")).toEqual([]);
  expect(messages(await check({ [article]: down("Lộ số căn cước 001085012345.") }, "modified"))).toContain(
    "căn cước",
  );
});
