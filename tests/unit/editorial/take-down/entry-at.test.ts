import { expect, test } from "vitest";
import { entriesAt, fileOf } from "../../../../src/editorial/take-down/entry-at.ts";

const sites = [
  { id: "tinh", hosts: ["songmay.gov.vn", "127.0.0.1:4302"] },
  { id: "so", hosts: ["so.songmay.gov.vn"] },
];
const files = (address: string) => entriesAt(address, sites).map(fileOf);

test("an entry is found by the address of its page on any host, however it was copied", () => {
  const file = "content/sites/tinh/news/2026/bao-so-12.md";
  for (const address of [
    "https://songmay.gov.vn/tin-tuc/2026/bao-so-12",
    " http://127.0.0.1:4302/tin-tuc/2026/bao-so-12/?utm_source=zalo#dau-bai ",
    "https://songmay.gov.vn/tin-tuc/2026/bao-so-12.html",
    file,
  ])
    expect(files(address), address).toEqual([file]);
  expect(files("https://so.songmay.gov.vn/van-ban/2026/12-2026-qd-ubnd")).toEqual([
    "content/sites/so/documents/2026/12-2026-qd-ubnd.md",
  ]);
});

test("a path without a host may be an entry of any site, and is never a guess", () => {
  expect(files("/tin-tuc/2026/bao-so-12")).toHaveLength(2);
});

test("lists, front pages, other people's sites and nonsense are no entries", () => {
  for (const address of [
    "https://songmay.gov.vn/",
    "/tin-tuc/2026",
    "https://bao.example/tin-tuc/2026/a",
    "",
  ])
    expect(files(address), address).toEqual([]);
});
