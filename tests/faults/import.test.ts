import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openRepository } from "../../src/git/repository.ts";
import { aFeed, anImport, aRecord, records } from "../support/an-import.ts";
import { aPdf } from "../support/a-pdf.ts";
import { aCheckout, aFolder, git } from "../support/a-repository.ts";
import { aSourceServer } from "../support/a-source-server.ts";
import { readFileSync } from "node:fs";
import { portalSettings } from "../support/portal.ts";
import { aSite } from "../support/site.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A source on this machine: its address is not on the public internet, so it is listed. */
const here = (origin: string, path = "/van-ban.xml") => ({
  addresses: [origin + path],
  privateNetworks: ["127.0.0.0/8"],
  absence: "withdraw",
});

test("26: a truncated feed takes nothing away", async () => {
  const server = await aSourceServer();
  const hscv = await anImport(here(server.origin));
  const feed = aFeed(records(30));
  server.serve("/van-ban.xml", feed);
  expect((await hscv.run()).counts.added).toBe(30);
  const main = await hscv.main();
  for (const part of [0.2, 0.5, 0.9, 0.999]) {
    server.serve("/van-ban.xml", feed.slice(0, Math.floor(feed.length * part)));
    const run = await hscv.run();
    expect(run.counts).toMatchObject({ withdrawn: 0, added: 0, changed: 0 });
    expect(run.notes.join()).toContain("không trọn vẹn");
  }
  expect(await hscv.main()).toBe(main);
});

test("26: an answer that breaks off before its length is no feed, and what is there stays", async () => {
  const server = await aSourceServer();
  const hscv = await anImport(here(server.origin));
  const feed = Buffer.from(aFeed(records(30)));
  server.serve("/van-ban.xml", feed);
  await hscv.run();
  const main = await hscv.main();
  server.answer("/van-ban.xml", (_, response) => {
    response.writeHead(200, { "Content-Length": feed.length });
    response.write(feed.subarray(0, 2000));
    setImmediate(() => response.destroy());
  });
  const run = await hscv.run();
  expect(run).toMatchObject({ state: "failed", commit: undefined });
  expect(await hscv.main()).toBe(main);
});

test("26: an address that fails takes nothing away, and does not keep the others", async () => {
  const server = await aSourceServer();
  const two = { ...here(server.origin), addresses: [`${server.origin}/a.xml`, `${server.origin}/b.xml`] };
  const hscv = await anImport(two);
  server.serve("/a.xml", aFeed(records(30)));
  server.serve("/b.xml", aFeed(records(1, 100)));
  await hscv.run();
  server.answer("/a.xml", (_, response) => {
    response.writeHead(404).end();
  });
  server.serve("/b.xml", aFeed(records(2, 100)));
  const run = await hscv.run();
  expect(run).toMatchObject({ state: "done", counts: { added: 1, withdrawn: 0 } });
  expect(run.notes.join()).toContain("404");
});

test("27: of six records two are bad: four are imported, two are in quarantine", async () => {
  const hscv = await anImport();
  const six = records(6);
  six[1] = six[1]?.replace("</TrichYeu>", "</TrichYe>") ?? "";
  six[4] = six[4]?.replace("12/10/2026", "30/02/2026") ?? "";
  await hscv.feed(aFeed(six));
  expect((await hscv.run()).counts).toMatchObject({ records: 6, added: 4, quarantined: 2 });
});

test("28: entities from outside, entity bombs and endless noise are refused in little memory", async () => {
  const hscv = await anImport();
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${String(at)} "${"&a;".repeat(10)}">`).join("")}]>`;
  const file = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
  const noise = Buffer.alloc(100_000_000, "A");
  const nested = Buffer.from("<a>".repeat(30_000_000));
  const feeds: [string, string | Buffer][] = [
    ["a bomb", aFeed(records(2)).replace("<DanhSach>", `${bomb}<DanhSach>&a9;`)],
    ["a file from outside", aFeed(records(2)).replace("<DanhSach>", `${file}<DanhSach>&xxe;`)],
    ["a document type inside a record", aFeed([aRecord({ TrichYeu: `${file}&xxe;` })])],
    ["100 MB of noise", noise],
    ["90 MB of tags inside one another", nested],
  ];
  for (const [name, feed] of feeds) {
    await hscv.feed(feed);
    const before = process.memoryUsage().rss;
    const run = await hscv.run();
    expect([name, run.counts.added, run.commit]).toEqual([name, 0, undefined]);
    expect(JSON.stringify(hscv.office.store.quarantined())).not.toContain("root:");
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  }
  expect(await hscv.main()).toBe(hscv.start);
});

test("29: a traversing name, HTML as PDF, a redirect to a private address: quarantined, nothing fetched from there", async () => {
  const server = await aSourceServer();
  const inner = await aSourceServer();
  const hscv = await anImport(here(server.origin));
  inner.serve("/secret.pdf", aPdf(["nội bộ"]));
  server.serve("/trang.pdf", "<html><body>Không tìm thấy</body></html>");
  server.serve("/that.pdf", aPdf(["Kế hoạch thật"]));
  server.answer("/chuyen.pdf", (_, response) => {
    response.writeHead(302, { Location: `${inner.origin}/secret.pdf` }).end();
  });
  const withFile = (number: string, inside: string) =>
    aRecord(
      { Id: number, SoKyHieu: `${number}/KH-UBND` },
      `    <TepDinhKem><Tep>${inside}</Tep></TepDinhKem>\n`,
    );
  server.serve(
    "/van-ban.xml",
    aFeed([
      withFile("1", "<TenTep>../../../../.git/hooks/post-receive.pdf</TenTep><DuongDan>/that.pdf</DuongDan>"),
      withFile("2", "<DuongDan>/trang.pdf</DuongDan>"),
      withFile("3", "<DuongDan>/chuyen.pdf</DuongDan>"),
      withFile("4", `<DuongDan>${inner.origin}/secret.pdf</DuongDan>`),
      withFile("5", "<DuongDan>file:///etc/passwd</DuongDan>"),
    ]),
  );
  expect((await hscv.run()).counts).toMatchObject({ added: 1, quarantined: 4 });
  expect(inner.asked).toEqual([]);
  const files = (await hscv.repository.changedFiles(hscv.start, await hscv.main())).map(({ path }) => path);
  expect(files.sort()).toEqual([
    "content/sites/tinh/documents/2026/1-kh-ubnd.md",
    expect.stringMatching(
      /^content\/sites\/tinh\/media\/van-ban-nhap\/[0-9a-f]{2}\/[0-9a-f]{32}\/git-hooks-post-receive\.pdf$/,
    ),
  ]);
});

test("29: a private address that nobody listed is not asked, by name or by number", async () => {
  const server = await aSourceServer();
  const hscv = await anImport({ ...here(server.origin), privateNetworks: [] });
  expect(await hscv.run()).toMatchObject({ state: "failed" });
  const named = await anImport({
    ...here(server.origin.replace("127.0.0.1", "localhost")),
    privateNetworks: [],
  });
  expect(await named.run()).toMatchObject({ state: "failed" });
  expect(server.asked).toEqual([]);
});

test("an import that is killed leaves nothing half, and the next one catches up", async () => {
  const folder = await aFolder();
  const feeds = join(folder, "nguon");
  await mkdir(feeds);
  const profile = "content/profiles/danh-sach-van-ban.yaml";
  const checkout = await aCheckout(join(folder, "checkout"), {
    "content/portal.yaml": stringify({
      ...portalSettings,
      sources: [{ id: "hscv", name: "HSCV thử", folder: feeds, profile: "danh-sach-van-ban", site: "tinh" }],
    }),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    [profile]: readFileSync(join(root, profile), "utf8"),
  });
  const data = await openDataFolder(join(folder, "data"));
  await createBareRepository(checkout, data.repository);
  const repository = openRepository(data.repository);
  const start = await repository.resolve("main");
  await writeFile(join(feeds, "van-ban.xml"), aFeed(records(3000)));
  const runImport = () =>
    spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", join(root, "scripts/import-hscv.ts"), "--data", data.path],
      { cwd: root, stdio: "ignore" },
    );
  for (const after of [400, 900, 1400, 1900]) {
    const child = runImport();
    const ended = once(child, "exit");
    await Promise.race([pause(after), ended]);
    child.kill("SIGKILL");
    await ended;
    const main = await repository.resolve("main");
    const count = (await repository.listTree("main", { path: "content/sites/tinh/documents/2026" })).length;
    expect(count).toBe(main === start ? 0 : 3000);
  }
  const child = runImport();
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(0);
  expect((await repository.listTree("main", { path: "content/sites/tinh/documents/2026" })).length).toBe(
    3000,
  );
  expect(git(data.repository, "fsck", "--full")).not.toMatch(/error|missing/);
  expect(await repository.refs("refs/imports/")).toEqual([]);
  expect((await readdir(join(data.imports, "hscv"))).filter((name) => name.startsWith("spool"))).toEqual([]);
  await repository.close();
});
