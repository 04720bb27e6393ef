import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { portalSchema } from "../../../src/content-model/portal.ts";
import { siteSchema } from "../../../src/content-model/site.ts";
import { describeProblem } from "../../../src/foundation/problem.ts";
import { checkSubmission } from "../../../src/editorial/check-submission.ts";
import { readExistingPortal } from "../../../src/editorial/new-site/existing-portal.ts";
import { planSite } from "../../../src/editorial/new-site/plan-site.ts";
import { readRole, type SiteRequest } from "../../../src/editorial/new-site/site-request.ts";

const checkout = new URL("../../../", import.meta.url);
const existing = await readExistingPortal((path) =>
  readFile(new URL(path, checkout), "utf8").catch(() => undefined),
);

const now = new Date("2026-12-31T18:30:00Z");

const aRequest = (changes: Partial<SiteRequest> = {}): SiteRequest => ({
  id: "so-y-te",
  name: "Sở Y tế",
  address: "Số 5 đường Hoa Ban",
  phone: "0299 3 811 900",
  sections: [],
  roles: [],
  ...changes,
});
const planned = async (changes: Partial<SiteRequest> = {}) => {
  const { files, settings } = await planSite(aRequest(changes), existing, now);
  return { settings, files, textOf: (path: string) => files.find((file) => file.path === path)?.text ?? "" };
};
const refusal = (changes: Partial<SiteRequest>) =>
  planSite(aRequest(changes), existing, now).then(
    () => "",
    (error: unknown) => describeProblem(error),
  );

describe("a planned site", () => {
  test("is complete from name, address and telephone alone, and passes every check of a submission", async () => {
    const { files, settings, textOf } = await planned();
    expect(settings).toMatchObject({
      name: "Sở Y tế tỉnh Sông Mây",
      domain: "soyte.songmay.gov.vn",
      authority: "Ủy ban nhân dân tỉnh Sông Mây",
    });
    const findings = await checkSubmission({
      files: files.map(({ path }) => ({ path, status: "added" })),
      read: (path) => Promise.resolve(Buffer.from(textOf(path))),
      list: () => Promise.resolve([]),
      textOf: () => Promise.resolve(undefined),
      now: new Date("2026-11-20T02:00:00Z"),
    });
    expect(findings.filter(({ level }) => level === "block")).toEqual([]);
  });

  test("leaves no gap for its readers to see: every menu address is a section, a page or the news", async () => {
    const { files, settings } = await planned();
    const addresses = new Set([
      "/tin-tuc",
      ...settings.sections.map(({ id }) => `/chuyen-muc/${id}`),
      ...files.flatMap(({ path }) => /pages\/(.+)\.md$/.exec(path)?.[1] ?? []).map((slug) => `/${slug}`),
    ]);
    expect(settings.menu.filter(({ address }) => !addresses.has(address))).toEqual([]);
  });

  test("opens with an article of its own, dated in Viet Nam's year", async () => {
    const { files } = await planned({ sections: ["Thông báo", "Khám chữa bệnh"] });
    const article = files.find(({ path }) => path.includes("/news/"));
    expect(article?.path).toBe("content/sites/so-y-te/news/2027/ra-mat-trang-thong-tin-dien-tu.md");
    expect(article?.text).toContain("date: 2027-01-01T01:30:00+07:00");
    expect(article?.text).toContain("category: kham-chua-benh");
  });

  test("has the sections it was asked for, and a colour that no other site has", async () => {
    const { settings } = await planned({ sections: ["Y tế dự phòng", "Khám chữa bệnh"] });
    expect(settings.sections.map(({ id }) => id)).toEqual(["y-te-du-phong", "kham-chua-benh"]);
    expect([...existing.sites.values()].map(({ theme }) => theme.primary)).not.toContain(
      settings.theme.primary,
    );
  });

  test("writes settings that read back as they were planned", async () => {
    const { settings, textOf } = await planned({ tagline: "Vì sức khỏe: của mọi người # hôm nay" });
    expect(siteSchema.parse(parse(textOf("content/sites/so-y-te/site.yaml")))).toEqual(settings);
  });
});

describe("content/portal.yaml with the new site", () => {
  const roles = [
    readRole("editor", "y-te:Lê Thị Y"),
    readRole("approver", "y-te"),
    readRole("editor", "bientap"),
  ];

  test("keeps every line that was there, comments too", async () => {
    const { textOf } = await planned({ roles });
    const lines = new Set(textOf("content/portal.yaml").split("\n"));
    expect(existing.text.split("\n").filter((line) => !lines.has(line))).toEqual([]);
  });

  test("names the site last, and gives its roles to known and new people", async () => {
    const { textOf } = await planned({ roles });
    const portal = portalSchema.parse(parse(textOf("content/portal.yaml")));
    expect(portal.sites).toEqual([...existing.portal.sites, "so-y-te"]);
    expect(portal.people.at(-1)).toMatchObject({
      login: "y-te",
      name: "Lê Thị Y",
      grants: [
        { role: "editor", sites: ["so-y-te"] },
        { role: "approver", sites: ["so-y-te"] },
      ],
    });
    // Someone with the role for all sites has it for this one.
    expect(portal.people[0]?.grants).toEqual([{ role: "editor", sites: "*" }]);
  });

  test("lengthens the list of someone who has the role for some sites", async () => {
    const an =
      "  - login: an\n    name: Nguyễn An\n    grants:\n      - role: editor\n        sites: [tinh]\n";
    const text = existing.text.replace("people:\n", `people:\n${an}`);
    const portal = portalSchema.parse(parse(text));
    const { files } = await planSite(
      aRequest({ roles: [readRole("editor", "an")] }),
      { ...existing, text, portal },
      now,
    );
    expect(files.at(-1)?.text).toContain("sites: [ tinh, so-y-te ]");
  });

  test("makes an approver of one section of another site no approver of that section here", async () => {
    const { textOf } = await planned({ roles: [readRole("approver", "duyet-kinh-te")] });
    const { people } = portalSchema.parse(parse(textOf("content/portal.yaml")));
    expect(people.find(({ login }) => login === "duyet-kinh-te")?.grants).toEqual([
      { role: "approver", sites: ["tinh"], sections: ["kinh-te"], kinds: ["calendar"] },
      { role: "approver", sites: ["so-y-te"] },
    ]);
  });
});

describe("a request that cannot be met", () => {
  test("is refused with all its faults together", async () => {
    const message = await refusal({
      id: "So Y",
      name: "",
      address: " ",
      primary: "#ffee00",
      accent: "red",
      domain: "songmay.gov.vn",
      sections: ["Tin", "tin"],
      roles: [
        readRole("editor", "khong-ai"),
        readRole("approver", "Bà X:Trần X"),
        readRole("editor", "bientap:Ai Khác"),
      ],
    });
    for (const fault of [
      "So Y: an id has small letters",
      "--name is needed",
      "--address is needed",
      "--domain songmay.gov.vn: the site tinh has it already",
      "--primary #ffee00: contrast 1.2",
      "--accent: màu viết dạng #rrggbb",
      '--section "tin": another section',
      "--editor khong-ai: the portal knows no such person",
      "A login has small letters",
      "--editor bientap: that is Thu Mai, not Ai Khác",
    ]) {
      expect(message).toContain(fault);
    }
  });

  test("is one for an id that is taken, in the portal or by a folder", async () => {
    expect(await refusal({ id: "tinh" })).toContain("the portal has this site already");
    const { sites } = existing;
    const half = { ...existing, sites, hasFolder: () => Promise.resolve(true) };
    await expect(planSite(aRequest(), half, now)).rejects.toThrow("holds a site already");
  });

  test("is one for a name that no title could hold", async () => {
    expect(await refusal({ name: "Sở ".repeat(40) })).toContain("--name: at most 80 characters");
  });

  test("proposes a colour of the same hue that can be read", async () => {
    const message = await refusal({ primary: "#66aaff" });
    const proposed = /(#[0-9a-f]{6}) would do/.exec(message)?.[1];
    expect(await refusal({ primary: proposed })).toBe("");
  });

  test("is one for a site that nobody would approve for", async () => {
    const text = existing.text.replaceAll(
      'role: approver\n        sites: "*"',
      "role: approver\n        sites: [tinh, so-nong-nghiep]",
    );
    const portal = portalSchema.parse(parse(text));
    await expect(planSite(aRequest(), { ...existing, text, portal }, now)).rejects.toThrow(
      "--approver LOGIN",
    );
    const roles = [readRole("approver", "duyet")];
    await expect(planSite(aRequest({ roles }), { ...existing, text, portal }, now)).resolves.toBeDefined();
  });
});
