import { stringify } from "yaml";
import { expect, test } from "vitest";
import { checkSubmission } from "../../../src/editorial/check-submission.ts";

const file = (folder: string, slug: string) => `content/sites/tinh/${folder}/${slug}.md`;
const entry = (data: object) => `---\n${stringify(data)}---\n`;
const aUnitFile = (data: object = {}) =>
  entry({ title: "Sở Y tế", kind: "so", summary: "Quản lý khám chữa bệnh của tỉnh.", ...data });
const aPersonFile = (data: object = {}) =>
  entry({ title: "Lê Thị An", position: "Giám đốc", unit: "so-y-te", rank: "dung-dau", ...data });

/** What the checks say about one file in a tree. */
const check = (path: string, tree: Record<string, string>) =>
  checkSubmission({
    files: [{ path, status: "modified" }],
    list: (folder) => Promise.resolve(Object.keys(tree).filter((name) => name.startsWith(`${folder}/`))),
    textOf: () => Promise.resolve(undefined),
    now: new Date("2026-10-20T03:00:00Z"),
    read: (wanted) => Promise.resolve(wanted in tree ? Buffer.from(tree[wanted] ?? "") : undefined),
  });

test("an entry that names others which are there has no findings", async () => {
  const tree = {
    [file("units", "so-y-te")]: aUnitFile({ contact: "an" }),
    [file("people", "an")]: aPersonFile(),
  };
  expect(await check(file("units", "so-y-te"), tree)).toEqual([]);
  expect(await check(file("people", "an"), tree)).toEqual([]);
});

test("a unit below one that is not there is told so at the field", async () => {
  const path = file("units", "so-y-te");
  expect(await check(path, { [path]: aUnitFile({ parent: "ubnd" }) })).toMatchObject([
    {
      level: "block",
      field: "parent",
      label: "Trực thuộc",
      message: expect.stringContaining("«ubnd»") as unknown,
    },
  ]);
});

test("units that belong to one another in a circle are stopped, and the way round is named", async () => {
  const tree = {
    [file("units", "a")]: aUnitFile({ parent: "b" }),
    [file("units", "b")]: aUnitFile({ parent: "c" }),
    [file("units", "c")]: aUnitFile({ parent: "a" }),
  };
  const [finding] = await check(file("units", "a"), tree);
  expect(finding).toMatchObject({ level: "block", message: "Đơn vị thuộc về chính mình: a → b → c → a." });
});

test("a unit below others that form a circle is not to blame for it", async () => {
  const tree = {
    [file("units", "a")]: aUnitFile({ parent: "b" }),
    [file("units", "b")]: aUnitFile({ parent: "c" }),
    [file("units", "c")]: aUnitFile({ parent: "b" }),
  };
  expect(await check(file("units", "a"), tree)).toEqual([]);
});

test("a contact officer needs a number to call and an address to write to", async () => {
  const path = file("people", "an");
  const findings = await check(path, { [path]: aPersonFile({ contactOfficer: true }) });
  expect(findings.map(({ field }) => field)).toEqual(["phone", "email"]);
});
