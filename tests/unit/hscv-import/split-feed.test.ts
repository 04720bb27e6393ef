import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { RecordCutter, type Piece } from "../../../src/hscv-import/record-cutter.ts";
import { splitFeed, type FeedEnd, type RawRecord } from "../../../src/hscv-import/split-feed.ts";
import { aFolder } from "../../support/a-repository.ts";
import { aFeed, aRecord, records } from "../../support/an-import.ts";

const options = { records: ["VanBan"], rooted: false };

let folder = "";
beforeEach(async () => {
  folder = await aFolder();
});

async function split(feed: string | Uint8Array, more: Partial<Parameters<typeof splitFeed>[1]> = {}) {
  const file = join(folder, "feed.xml");
  await writeFile(file, feed);
  const found: RawRecord[] = [];
  const reading = splitFeed(file, { ...options, ...more });
  for (;;) {
    const next = await reading.next();
    if (next.done) return { found, end: next.value satisfies FeedEnd };
    found.push(...next.value);
  }
}

const good = (found: readonly RawRecord[]) => found.filter(({ fault }) => !fault).map(({ text }) => text);
/** The feed's records as they should come out. */
const texts = (list: readonly string[]) => list.map((text) => text.trim());

test("a whole feed gives every record, and says that it is complete", async () => {
  const list = records(300);
  const { found, end } = await split(aFeed(list));
  expect(good(found)).toEqual(texts(list));
  expect(end).toMatchObject({ complete: true, records: 300 });
});

test("it does not matter where the stretches of text end in which a feed comes", () => {
  const list = [
    ...records(4),
    aRecord(
      { TrichYeu: "<![CDATA[Mẫu </VanBan><VanBan> trong trích yếu]]>" },
      "<!-- <VanBan>cũ</VanBan> -->",
    ),
    ...records(30, 10).map((text) => text.replace("<VanBan>", '<VanBan Id="một thẻ dài">')),
  ];
  const feed = Buffer.from(aFeed(list));
  for (let size = 1; size < 1200; size += size < 20 ? 1 : 23) {
    const cutter = new RecordCutter({ records: ["VanBan"], longest: 1_000_000, isWhole: () => true });
    const found = { record: [] as string[], around: [] as string[] };
    const take = (pieces: readonly Piece[]) => {
      for (const { kind, bytes } of pieces) found[kind].push(bytes.toString());
    };
    for (let at = 0; at < feed.length; at += size) take(cutter.push(feed.subarray(at, at + size)));
    take(cutter.end());
    expect(found.record).toEqual(texts(list));
    expect(found.around.join("").replace(/\s+/g, "")).toBe(
      '<?xmlversion="1.0"encoding="UTF-8"?><DanhSach></DanhSach>',
    );
  }
});

test("tags of records inside comments and CDATA cut nothing", async () => {
  const quoting = aRecord(
    { TrichYeu: "<![CDATA[Mẫu </VanBan><VanBan> trong trích yếu]]>" },
    "<!-- <VanBan>cũ</VanBan> -->",
  );
  const whole = aRecord({
    TrichYeu: "<![CDATA[Hướng dẫn viết <VanBan><SoKyHieu>1</SoKyHieu></VanBan> cho đúng]]>",
  });
  const { found, end } = await split(aFeed([quoting, whole, ...records(2)]));
  expect(good(found)).toEqual(texts([quoting, whole, ...records(2)]));
  expect(end.complete).toBe(true);
});

test.each([
  ["a lost end tag", (text: string) => text.replace("</VanBan>", "</VanBxn>")],
  ["a lost start tag", (text: string) => text.replace("<VanBan>", "<VanBxn>")],
  ["a lost bracket of its last tag", (text: string) => text.replace("</VanBan>", "</VanBan ")],
  ["a lost bracket", (text: string) => text.replace("</TrichYeu>", "</TrichYeu")],
  ["CDATA that never ends", (text: string) => text.replace("<TrichYeu>", "<TrichYeu><![CDATA[")],
  ["a comment that never ends", (text: string) => text.replace("<TrichYeu>", "<!-- <TrichYeu>")],
  ["an instruction that never ends", (text: string) => text.replace("<TrichYeu>", "<?in <TrichYeu>")],
  ["a stray ampersand", (text: string) => text.replace("<TrichYeu>", "<TrichYeu>R&D ")],
  ["an unknown entity", (text: string) => text.replace("<TrichYeu>", "<TrichYeu>&xxe;")],
  [
    "elements inside one another without end",
    (text: string) => text.replace("<TrichYeu>", "<a>".repeat(50) + "<TrichYeu>"),
  ],
])("of six records two with %s are told, and four live", async (_, damage) => {
  const list = records(6);
  const broken = list.map((text, at) => (at === 1 || at === 4 ? damage(text) : text));
  const { found, end } = await split(aFeed(broken));
  expect(good(found)).toEqual(texts(list.filter((_text, at) => at !== 1 && at !== 4)));
  expect(found.length - good(found).length).toBe(2);
  expect(end.complete).toBe(false);
});

test("a lost end of CDATA takes its own record alone, although the next one's end would close it", async () => {
  const list = records(5).map((text) =>
    text.replace(/<TrichYeu>(.*)<\/TrichYeu>/, "<TrichYeu><![CDATA[$1]]></TrichYeu>"),
  );
  const broken = list.map((text, at) => (at === 1 ? text.replace("]]>", "]] >") : text));
  const { found } = await split(aFeed(broken));
  expect(good(found)).toEqual(texts(list.filter((_text, at) => at !== 1)));
});

test("cut anywhere, a feed gives what stood whole before the cut, and is never complete", async () => {
  const list = records(12);
  const feed = Buffer.from(aFeed(list));
  for (let at = 1; at < feed.length - 2; at += 61) {
    const { found, end } = await split(feed.subarray(0, at));
    const whole = texts(list).filter((text) => feed.subarray(0, at).includes(Buffer.from(text)));
    expect(good(found)).toEqual(whole);
    expect(end.complete).toBe(false);
  }
});

test("whatever byte is changed, all records but the one that it stands in, or beside, live", async () => {
  const list = records(8);
  const feed = Buffer.from(aFeed(list));
  await fc.assert(
    fc.asyncProperty(fc.nat(feed.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const changed = Buffer.from(feed);
      changed[at] = byte;
      const { found } = await split(changed);
      const lived = good(found);
      expect(texts(list).filter((text) => !lived.includes(text)).length).toBeLessThanOrEqual(1);
      expect(found.length).toBeLessThanOrEqual(list.length + 2);
    }),
    { numRuns: 150 },
  );
});

test("swapped, doubled and reordered records all come out", async () => {
  const list = records(6);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...list), { minLength: 1, maxLength: 15 }), async (chosen) => {
      const { found, end } = await split(aFeed(chosen));
      expect(good(found)).toEqual(texts(chosen));
      expect(end.complete).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("no text at all makes it fail or hang", async () => {
  const piece = fc.constantFrom(
    "<VanBan>",
    "</VanBan>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<",
    ">",
    "&",
    "x",
    "\u0000",
    "<DanhSach>",
    "</DanhSach>",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const { found } = await split(pieces.join(""));
      for (const { text, fault } of found) if (!fault) expect(text).toMatch(/^<VanBan[\s/>]/);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["UTF-16", (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
  ["UTF-8 with a mark", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["junk before its declaration", (text: string) => Buffer.from(`1212${text}`)],
])("a feed in %s gives its records", async (_, bytes) => {
  const list = records(4);
  const { found } = await split(bytes(aFeed(list)));
  expect(good(found)).toEqual(texts(list));
});

test("a feed in windows-1258 is read as what it is", async () => {
  // «Quyết định» as that code page writes it: base letters with marks behind them.
  const text = aFeed([aRecord({ LoaiVanBan: "Thông báo", TrichYeu: "LICH" })]);
  const bytes = Buffer.from(
    text
      .replaceAll("ô", "o")
      .replaceAll("ă", "a")
      .normalize("NFD")
      .replace(/[^\u0000-\u007f]/g, ""),
    "latin1",
  );
  const at = bytes.indexOf("LICH");
  const encoded = Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from([0x51, 0x75, 0x79, 0xea, 0xec, 0x74]),
    bytes.subarray(at + 4),
  ]);
  const { found } = await split(encoded);
  expect(good(found)[0]?.normalize("NFC")).toContain("Quyết");
});

test("damaged bytes in one record leave its neighbours, and the encoding, alone", async () => {
  const list = records(5);
  const feed = Buffer.from(aFeed(list));
  const at = feed.indexOf("Kế hoạch công tác số 3") + 2;
  feed[at] = 0xff;
  const { found } = await split(feed);
  expect(good(found)).toEqual(texts(list.filter((_, index) => index !== 2)));
  expect(found.find(({ fault }) => fault)?.fault?.kind).toBe("undecodable");
});

test("of a record that is cut off while it is too long only its own words are told", async () => {
  const long = aRecord({ TrichYeu: "x".repeat(1200) });
  const { found } = await split(aFeed([long]).slice(0, 1300), { longest: 1000 });
  for (const { text } of found) expect(long).toContain(text);
});

test("a record longer than allowed is passed over, and the next one lives", async () => {
  const list = records(3);
  const long = aRecord({ TrichYeu: "x".repeat(3_000_000) });
  const { found } = await split(aFeed([list[0] ?? "", long, list[1] ?? ""]), { longest: 100_000 });
  expect(good(found)).toEqual(texts([list[0] ?? "", list[1] ?? ""]));
  expect(found.find(({ fault }) => fault)).toMatchObject({ fault: { kind: "too-long" } });
});
