import { describe, expect, test } from "vitest";
import { portalSchema } from "../../../src/content-model/portal.ts";
import { admit, type Proposal } from "../../../src/editorial/admission.ts";
import type { Part } from "../../../src/editorial/part.ts";
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
const at = "2026-11-20T02:00:00.000Z";
const aProposal = (changes: Partial<Proposal> = {}): Proposal => ({
  head: "c2",
  parts: [{ path: article, sections: ["kinh-te"] }],
  writers: ["viet"],
  approvals: [anApproval("duyet")],
  remarks: [],
  mergedBy: "duyet",
  at,
  ...changes,
});
const anApproval = (login: string, commit = "c2", when = at) => ({ login, commit, at: when });
const partsOf = (...paths: string[]): Part[] => paths.map((path) => ({ path }));
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
    expect(reasonOf(aProposal({ approvals: [anApproval("duyet", "c1")] }))).toContain("chưa được duyệt");
  });

  test("takes no approval of someone who wrote any of it, nor of one without the right", () => {
    expect(reasonOf(aProposal({ writers: ["viet", "duyet"] }))).toContain("tự duyệt");
    expect(reasonOf(aProposal({ approvals: [anApproval("viet")] }))).toContain("chưa được duyệt");
    expect(reasonOf(aProposal({ approvals: [anApproval("duyet-so")] }))).toContain("chưa được duyệt");
  });

  test("is not moved by an editor, however well approved the submission is", () => {
    expect(reasonOf(aProposal({ mergedBy: "viet" }))).toContain("Chỉ người duyệt");
  });

  test("takes settings and code only with an operator's approval", () => {
    for (const path of ["content/portal.yaml", "content/sites/tinh/site.yaml", "package.json"]) {
      expect(reasonOf(aProposal({ parts: partsOf(path) })), path).toContain("Chỉ người duyệt");
      expect(
        reasonOf(
          aProposal({
            parts: partsOf(path),
            approvals: [anApproval("van-hanh")],
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
    const approvals = [anApproval("van-hanh")];
    expect(
      reasonOf(aProposal({ parts: partsOf(...paths), approvals, mergedBy: "van-hanh" })),
    ).toBeUndefined();
    expect(reasonOf(aProposal({ parts: partsOf(...paths.slice(2)) }))).toContain("van-hanh");
  });

  test("takes a mixture of content and settings from nobody who does not answer for both", () => {
    const paths = [article, "content/portal.yaml"];
    expect(reasonOf(aProposal({ parts: partsOf(...paths) }))).toContain("tách thành nhiều bài gửi");
    expect(
      reasonOf(
        aProposal({ parts: partsOf(...paths), mergedBy: "van-hanh", approvals: [anApproval("van-hanh")] }),
      ),
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
    expect(reasonOf(aProposal({ parts: [] }))).toContain("không thay đổi gì");
  });

  test("knows nobody who is not in the portal's list", () => {
    expect(reasonOf(aProposal({ mergedBy: "la", approvals: [anApproval("la")] }))).toContain(
      "Chỉ người duyệt",
    );
  });
});
