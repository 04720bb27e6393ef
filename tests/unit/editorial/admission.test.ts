import { describe, expect, test } from "vitest";
import { portalSchema } from "../../../src/content-model/portal.ts";
import { admit, type Proposal } from "../../../src/editorial/admission.ts";
import type { Finding } from "../../../src/editorial/finding.ts";

const portal = portalSchema.parse({
  name: "Cổng thông tin điện tử tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh", "so-nong-nghiep"],
  people: [
    { login: "viet", name: "Biên tập", grants: [{ role: "editor", sites: "*" }] },
    { login: "duyet", name: "Duyệt tất cả", grants: [{ role: "approver", sites: "*" }] },
    { login: "duyet-so", name: "Duyệt trang Sở", grants: [{ role: "approver", sites: ["so-nong-nghiep"] }] },
    { login: "van-hanh", name: "Vận hành", grants: [{ role: "operator", sites: "*" }] },
  ],
});

const article = "content/sites/tinh/news/2026/bai.md";
const aProposal = (changes: Partial<Proposal> = {}): Proposal => ({
  head: "c2",
  paths: [article],
  writers: ["viet"],
  approvals: [{ login: "duyet", commit: "c2" }],
  mergedBy: "duyet",
  ...changes,
});
const reasonOf = (proposal: Proposal, findings: Finding[] = []) => {
  const admission = admit(proposal, portal, findings);
  return admission.admitted ? undefined : admission.reason;
};

describe("main", () => {
  test("takes a submission that someone who answers for it has approved", () => {
    expect(reasonOf(aProposal())).toBeUndefined();
  });

  test("takes nothing that nobody approved", () => {
    expect(reasonOf(aProposal({ approvals: [] }))).toContain("chưa được duyệt");
  });

  test("takes no approval of an older commit", () => {
    expect(reasonOf(aProposal({ approvals: [{ login: "duyet", commit: "c1" }] }))).toContain(
      "chưa được duyệt",
    );
  });

  test("takes no approval of someone who wrote any of it, nor of one without the right", () => {
    expect(reasonOf(aProposal({ writers: ["viet", "duyet"] }))).toContain("tự duyệt");
    expect(reasonOf(aProposal({ approvals: [{ login: "viet", commit: "c2" }] }))).toContain(
      "chưa được duyệt",
    );
    expect(reasonOf(aProposal({ approvals: [{ login: "duyet-so", commit: "c2" }] }))).toContain(
      "chưa được duyệt",
    );
  });

  test("is not moved by an editor, however well approved the submission is", () => {
    expect(reasonOf(aProposal({ mergedBy: "viet" }))).toContain("Chỉ người duyệt");
  });

  test("takes settings and code only with an operator's approval", () => {
    for (const path of ["content/portal.yaml", "content/sites/tinh/site.yaml", "package.json"]) {
      expect(reasonOf(aProposal({ paths: [path] })), path).toContain("Chỉ người duyệt");
      expect(
        reasonOf(
          aProposal({
            paths: [path],
            approvals: [{ login: "van-hanh", commit: "c2" }],
            mergedBy: "van-hanh",
          }),
        ),
        path,
      ).toBeUndefined();
    }
  });

  test("takes a new site, settings and first pages together, with an operator's approval alone", () => {
    const paths = [
      "content/portal.yaml",
      "content/sites/so-y-te/site.yaml",
      "content/sites/so-y-te/pages/lien-he.md",
    ];
    const approvals = [{ login: "van-hanh", commit: "c2" }];
    expect(reasonOf(aProposal({ paths, approvals, mergedBy: "van-hanh" }))).toBeUndefined();
    expect(reasonOf(aProposal({ paths: paths.slice(2) }))).toContain("van-hanh");
  });

  test("takes a mixture of content and settings from nobody who does not answer for both", () => {
    const paths = [article, "content/portal.yaml"];
    expect(reasonOf(aProposal({ paths }))).toContain("tách thành nhiều bài gửi");
    expect(
      reasonOf(aProposal({ paths, mergedBy: "van-hanh", approvals: [{ login: "van-hanh", commit: "c2" }] })),
    ).toBeDefined();
  });

  test("takes nothing with a blocking finding, and says which", () => {
    const finding: Finding = {
      level: "block",
      file: article,
      label: "Tóm tắt",
      message: "Hãy điền «Tóm tắt».",
    };
    expect(reasonOf(aProposal(), [finding])).toContain("Hãy điền «Tóm tắt».");
    expect(reasonOf(aProposal(), [{ ...finding, level: "advise" }])).toBeUndefined();
  });

  test("takes no empty submission", () => {
    expect(reasonOf(aProposal({ paths: [] }))).toContain("không thay đổi gì");
  });

  test("knows nobody who is not in the portal's list", () => {
    expect(reasonOf(aProposal({ mergedBy: "la", approvals: [{ login: "la", commit: "c2" }] }))).toContain(
      "Chỉ người duyệt",
    );
  });
});
