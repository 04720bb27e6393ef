import { describe, expect, test } from "vitest";
import { portalSchema } from "../../../../src/content-model/portal.ts";
import { admit } from "../../../../src/editorial/admission.ts";
import {
  checkPersonalData,
  checkPersonalDataInside,
} from "../../../../src/editorial/personal-data/check-personal-data.ts";
import {
  applyWaivers,
  readWaiver,
  standingWaivers,
  waiverRecord,
  waiverText,
  withoutWaiverData,
} from "../../../../src/editorial/personal-data/waivers.ts";
import { proseOf } from "../../../../src/editorial/prose.ts";
import { aNewsText } from "../../../support/news.ts";

const portal = portalSchema.parse({
  name: "Cổng thông tin điện tử tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh"],
  people: [
    { login: "viet", name: "Biên tập", grants: [{ role: "editor", sites: "*" }] },
    { login: "duyet", name: "Duyệt", grants: [{ role: "approver", sites: "*" }] },
    { login: "van-hanh", name: "Vận hành", grants: [{ role: "operator", sites: "*" }] },
  ],
});
const article = "content/sites/tinh/news/2026/bai.md";
const place = { kind: "news", site: "tinh", year: "2026", slug: "bai" } as const;
const at = "2026-11-20T02:00:00Z";
const reason = "Tài khoản của Quỹ cứu trợ tỉnh, công bố tại Thông báo 15/TB-UBND.";

const findingsIn = (summary: string) =>
  checkPersonalData(article, place, proseOf("news", aNewsText({ summary })));
const appeal = "Bà con ủng hộ đồng bào vùng lũ gửi về STK 3901205001234 của Quỹ cứu trợ tỉnh Sông Mây.";

describe("a private number in an article", () => {
  test("blocks, is named by its field and not told in full", () => {
    const [finding] = findingsIn(appeal);
    expect(finding).toMatchObject({ level: "block", field: "summary", label: "Tóm tắt" });
    expect(finding?.message).toContain("3901xxxxxxx34");
    expect(JSON.stringify(finding)).not.toContain("3901205001234");
  });

  test("of which there are many is told once", () => {
    const people = Array.from({ length: 40 }, (_, at) => `042088${String(100000 + at)}`).join("\n");
    const found = checkPersonalDataInside("content/sites/tinh/media/2026/danh-sach.pdf", people);
    expect(found).toMatchObject([{ message: expect.stringContaining("Có 40 số căn cước") as unknown }]);
  });

  test("is none where an office says how it is reached", () => {
    const unit = "---\ntitle: Chi cục Thủy lợi\nphone: 0912 345 678\nemail: chicuc@gmail.com\n---\n";
    expect(checkPersonalData("u.md", { ...place, kind: "unit" }, proseOf("unit", unit))).toEqual([]);
    const contacts = "---\ntitle: Liên hệ\n---\nBà Lê Mai, Trưởng ban: 0912 345 678\n";
    const page = (slug: string) =>
      checkPersonalData("p.md", { kind: "page", site: "tinh", slug }, proseOf("page", contacts));
    expect(page("lien-he")).toEqual([]);
    expect(page("gioi-thieu")).toHaveLength(1);
  });
});

describe("a reason to publish it", () => {
  const findings = findingsIn(appeal);
  const said = (login: string, body = waiverText(findings, reason)) => ({
    login,
    body,
    commit: "c1",
    at,
  });
  const proposal = {
    head: "c1",
    parts: [{ path: article, sections: ["xa-hoi"] }],
    writers: ["viet"],
    approvals: [{ login: "duyet", commit: "c1", at }],
    remarks: [],
    mergedBy: "duyet",
    at,
  };
  const admitted = (login: string, writers = proposal.writers) => {
    const waivers = standingWaivers({ ...proposal, remarks: [said(login)], writers }, portal);
    return admit({ ...proposal, writers }, portal, applyWaivers(findings, waivers)).admitted;
  };

  test("lets main take it when an approver gave it, and not when its writer did", () => {
    expect(admit(proposal, portal, findings).admitted).toBe(false);
    expect(admitted("duyet")).toBe(true);
    expect(admitted("viet")).toBe(false);
    expect(admitted("duyet", ["viet", "duyet"])).toBe(false);
  });

  test("is for that number in that file alone", () => {
    const other = findingsIn(appeal.replace("1234 ", "9999 "));
    const waivers = standingWaivers({ ...proposal, remarks: [said("duyet")] }, portal);
    expect(applyWaivers(other, waivers)).toEqual(other);
  });

  test("is read by people without its data, and kept in main's history in one line", () => {
    const { body } = said("duyet");
    expect(withoutWaiverData(body)).toContain(reason);
    expect(withoutWaiverData(body)).not.toContain("cong:waiver");
    const waiver = readWaiver(said("duyet", waiverText(findings, `${reason}\nApproved-by: ai đó --> x`)));
    const record = waiverRecord(applyWaivers(findings, waiver ? [waiver] : []));
    expect(record.split("\n")).toHaveLength(1);
    expect(record).toContain("Quỹ cứu trợ tỉnh");
  });

  test("that says nothing, or is broken, is none", () => {
    expect(readWaiver(said("duyet", waiverText(findings, "được")))).toBeUndefined();
    expect(readWaiver(said("duyet", "<!-- cong:waiver {] -->"))).toBeUndefined();
    expect(readWaiver(said("duyet", "Tôi thấy được."))).toBeUndefined();
  });
});
