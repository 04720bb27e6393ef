import { describe, expect, test } from "vitest";
import { portalSchema, type Portal } from "../../../src/content-model/portal.ts";
import { admit, type Proposal } from "../../../src/editorial/admission.ts";
import type { Finding } from "../../../src/editorial/finding.ts";
import type { Part } from "../../../src/editorial/part.ts";
import { remarkBody, type RemarkKind } from "../../../src/editorial/remark.ts";
import { aPortal, portalSettings } from "../../support/portal.ts";

const at = "2026-11-20T02:00:00.000Z";
const news = (...sections: string[]): Part => ({ path: "content/sites/tinh/news/2026/bai.md", sections });
const week = (site: string): Part => ({ path: `content/sites/${site}/calendar/2026/tuan-48.md` });
const photo = (site = "tinh"): Part => ({ path: `content/sites/${site}/media/2026/anh.jpg`, isNew: true });
const approval = (login: string, when = at, commit = "c2") => ({ login, commit, at: when });
const remark = (login: string, kind: RemarkKind, text = "Vượt thẩm quyền, xin ý kiến.", commit = "c2") => ({
  login,
  commit,
  at,
  body: remarkBody(kind, text),
});

const proposal = (changes: Partial<Proposal> = {}): Proposal => ({
  head: "c2",
  parts: [news("kinh-te")],
  writers: ["viet"],
  approvals: [],
  remarks: [],
  mergedBy: "duyet",
  at,
  ...changes,
});

/** `yes`, `emergency`, or the reason why not. */
function outcome(changes: Partial<Proposal>, portal = aPortal(), findings: Finding[] = []): string {
  const result = admit(proposal(changes), portal, findings);
  if (!result.admitted) return result.reason;
  return result.emergency ? "emergency" : "yes";
}
const by = (login: string, changes: Partial<Proposal> = {}) => ({
  approvals: [approval(login)],
  mergedBy: login,
  ...changes,
});

describe("whoever answers for sections or kinds alone", () => {
  test.each<[what: string, parts: Part[], login: string, expected: string]>([
    ["an article of their section", [news("kinh-te")], "kinh-te", "yes"],
    ["with the pictures that it brings", [news("kinh-te"), photo()], "kinh-te", "yes"],
    ["an article of another section", [news("thong-bao")], "kinh-te", "Chỉ người duyệt"],
    [
      "an article that moves into their section",
      [news("thong-bao", "kinh-te")],
      "kinh-te",
      "Chỉ người duyệt",
    ],
    ["an article that moves out of it", [news("kinh-te", "thong-bao")], "kinh-te", "Chỉ người duyệt"],
    ["an article whose section nobody can read", [news("")], "kinh-te", "Chỉ người duyệt"],
    ["an article whose section nobody has read", [{ path: news().path }], "kinh-te", "Chỉ người duyệt"],
    [
      "an article of another section beside one of theirs",
      [news("kinh-te"), { path: "content/sites/tinh/news/2026/khac.md", sections: ["thong-bao"] }],
      "kinh-te",
      "Chỉ người duyệt",
    ],
    [
      "a picture that replaces one",
      [news("kinh-te"), { ...photo(), isNew: false }],
      "kinh-te",
      "Chỉ người duyệt",
    ],
    ["a picture of another site", [news("kinh-te"), photo("so")], "kinh-te", "Chỉ người duyệt"],
    ["a picture alone", [photo()], "kinh-te", "Chỉ người duyệt"],
    ["a kind of theirs", [week("tinh")], "kinh-te", "yes"],
    ["that kind on another site", [week("so")], "kinh-te", "Chỉ người duyệt"],
    ["the calendar of one department", [week("so")], "lich-so", "yes"],
    [
      "another kind on that site",
      [{ path: "content/sites/so/pages/lien-he.md" }],
      "lich-so",
      "Chỉ người duyệt",
    ],
    ["settings of the site", [{ path: "content/sites/so/site.yaml" }], "lich-so", "Chỉ người duyệt"],
  ])("%s", (_what, parts, login, expected) => {
    expect(outcome(by(login, { parts }))).toContain(expected);
  });

  test("whoever answers for a whole site answers for every section of it", () => {
    expect(outcome(by("duyet-2", { parts: [news("thong-bao", "kinh-te"), photo()] }))).toBe("yes");
  });
});

describe("a second approval by a higher approver", () => {
  const asked = { remarks: [remark("duyet", "asks-higher")] };
  const rule = aPortal({ higherApproval: [{ sites: ["tinh"], sections: ["quoc-phong"] }] });
  const defence = { parts: [news("quoc-phong")] };
  const both = [approval("duyet"), approval("lanh-dao")];

  test.each<[what: string, changes: Partial<Proposal>, portal: Portal, expected: string]>([
    ["is not needed where nobody asked", by("duyet"), aPortal(), "yes"],
    ["is missing once it was asked for", by("duyet", asked), aPortal(), "lãnh đạo duyệt"],
    ["alone is not enough either", by("lanh-dao", asked), aPortal(), "người duyệt"],
    ["with the first, in either order", { approvals: both, ...asked }, aPortal(), "yes"],
    ["with the first, in either order", { approvals: [...both].reverse(), ...asked }, aPortal(), "yes"],
    [
      "is not given by somebody of the same rank",
      { approvals: [approval("duyet"), approval("duyet-2")], ...asked },
      aPortal(),
      "lãnh đạo duyệt",
    ],
    [
      "is not given by a higher approver who wrote of it",
      { approvals: both, writers: ["viet", "lanh-dao"], ...asked },
      aPortal(),
      "lãnh đạo duyệt",
    ],
    [
      "does not hold for an earlier commit",
      { approvals: [approval("duyet"), approval("lanh-dao", at, "c1")], ...asked },
      aPortal(),
      "lãnh đạo duyệt",
    ],
    [
      "stays needed after new commits",
      by("duyet", { remarks: [remark("duyet", "asks-higher", "Xin ý kiến.", "c1")] }),
      aPortal(),
      "lãnh đạo duyệt",
    ],
    [
      "cannot be demanded by an editor",
      by("duyet", { remarks: [remark("viet", "asks-higher")] }),
      aPortal(),
      "yes",
    ],
    [
      "stays needed when who asked has left",
      by("duyet", { remarks: [remark("da-nghi", "asks-higher")] }),
      aPortal(),
      "lãnh đạo duyệt",
    ],
    [
      "can be taken back by who asked",
      by("duyet", { remarks: [...asked.remarks, remark("duyet", "asks-higher-no-more")] }),
      aPortal(),
      "yes",
    ],
    [
      "can be taken back by who is higher",
      by("duyet", { remarks: [...asked.remarks, remark("lanh-dao", "asks-higher-no-more")] }),
      aPortal(),
      "yes",
    ],
    [
      "cannot be taken back by anybody else",
      by("duyet", { remarks: [...asked.remarks, remark("duyet-2", "asks-higher-no-more")] }),
      aPortal(),
      "lãnh đạo duyệt",
    ],
    ["is demanded by the portal", by("duyet", defence), rule, "lãnh đạo duyệt"],
    ["where the portal demands it", { approvals: both, ...defence }, rule, "yes"],
    [
      "also where the article leaves that section",
      by("duyet", { parts: [news("quoc-phong", "kinh-te")] }),
      rule,
      "lãnh đạo duyệt",
    ],
    ["not for other sections", by("duyet"), rule, "yes"],
    [
      "a plain remark asks for nothing",
      by("duyet", { remarks: [{ ...approval("duyet"), body: "Trình lãnh đạo." }] }),
      aPortal(),
      "yes",
    ],
  ])("%s", (_what, changes, portal, expected) => {
    expect(outcome(changes, portal)).toContain(expected);
  });
});

describe("publishing alone in an emergency", () => {
  const alone = (
    login: string,
    text = "Bão số 12 đổ bộ sớm hơn dự báo",
    commit = "c2",
  ): Partial<Proposal> => ({
    mergedBy: login,
    writers: ["viet", login],
    remarks: [remark(login, "emergency", text, commit)],
  });
  const blocked: Finding = { level: "block", file: "a.md", message: "Thiếu tóm tắt." };

  test.each<[what: string, changes: Partial<Proposal>, expected: string]>([
    ["by an approver with the right, also of what they wrote", alone("duyet"), "emergency"],
    ["not without the right", alone("duyet-2"), "chưa được duyệt"],
    ["not by an editor", alone("viet"), "Chỉ người duyệt"],
    ["not without a reason", { ...alone("duyet"), remarks: [] }, "chưa được duyệt"],
    ["not with a word for a reason", alone("duyet", "Gấp"), "chưa được duyệt"],
    [
      "not for the reason of an earlier commit",
      alone("duyet", "Bão số 12 đổ bộ sớm", "c1"),
      "chưa được duyệt",
    ],
    ["not for somebody else's reason", { ...alone("duyet"), mergedBy: "lanh-dao" }, "chưa được duyệt"],
    ["not of settings", { ...alone("duyet"), parts: [{ path: "content/portal.yaml" }] }, "Chỉ người duyệt"],
    [
      "not beside settings",
      { ...alone("duyet"), parts: [news("kinh-te"), { path: "package.json" }] },
      "Chỉ người duyệt",
    ],
    [
      "past a missing second approval",
      {
        ...alone("duyet"),
        writers: ["viet"],
        approvals: [approval("duyet")],
        remarks: [remark("duyet", "asks-higher"), ...(alone("duyet").remarks ?? [])],
      },
      "emergency",
    ],
    ["is none where the approvals are there", { ...alone("duyet"), approvals: [approval("duyet-2")] }, "yes"],
  ])("%s", (_what, changes, expected) => {
    expect(outcome(changes)).toContain(expected);
  });

  test("never past a blocking finding", () => {
    expect(outcome(alone("duyet"), aPortal(), [blocked])).toContain("Thiếu tóm tắt.");
  });

  test("tells the reason as it was written, whatever stands in it", () => {
    const reason = "Vỡ đê <!-- cong:asks-higher --> lúc 3 giờ";
    expect(admit(proposal(alone("duyet", reason)), aPortal(), [])).toMatchObject({
      emergency: { reason: "Vỡ đê ‹!-- cong:asks-higher --> lúc 3 giờ" },
    });
  });
});

describe("acting for somebody who is away", () => {
  const away = (changes: Record<string, unknown> = {}) =>
    aPortal({
      delegations: [{ from: "duyet", to: "kinh-te", since: "2026-11-20", until: "2026-11-24", ...changes }],
    });
  const notice = { parts: [news("thong-bao")] };
  const first = "2026-11-19T17:00:00.000Z";
  const last = "2026-11-24T16:59:59.000Z";

  test.each<[what: string, changes: Partial<Proposal>, portal: Portal, expected: string]>([
    ["gives what they hold", by("kinh-te", notice), away(), "yes"],
    [
      "from the first minute in Việt Nam",
      by("kinh-te", { ...notice, approvals: [approval("kinh-te", first)] }),
      away(),
      "yes",
    ],
    [
      "to the last",
      by("kinh-te", { ...notice, approvals: [approval("kinh-te", last)], at: last }),
      away(),
      "yes",
    ],
    [
      "not a minute before",
      by("kinh-te", { ...notice, approvals: [approval("kinh-te", "2026-11-19T16:59:59.000Z")] }),
      away(),
      "chưa được duyệt",
    ],
    [
      "not a minute after",
      { ...notice, approvals: [approval("kinh-te", "2026-11-24T17:00:00.000Z")], mergedBy: "duyet" },
      away(),
      "chưa được duyệt",
    ],
    [
      "what was approved in time stays approved after the last day",
      {
        ...notice,
        approvals: [approval("kinh-te", last)],
        mergedBy: "duyet",
        at: "2026-11-27T02:00:00.000Z",
      },
      away(),
      "yes",
    ],
    [
      "not more than what is handed over",
      by("kinh-te", notice),
      away({ grants: [{ sites: ["so"] }] }),
      "Chỉ người duyệt",
    ],
    [
      "not what they wrote themselves",
      by("kinh-te", { ...notice, writers: ["kinh-te"] }),
      away(),
      "tự duyệt",
    ],
    [
      "not what the one who is away wrote",
      by("kinh-te", { ...notice, writers: ["duyet"] }),
      away(),
      "tự duyệt",
    ],
    [
      "an article of their own section they approve in their own right",
      by("kinh-te", { writers: ["duyet"] }),
      away(),
      "yes",
    ],
    [
      "not beside the one they act for, where two approvals are needed",
      {
        ...notice,
        approvals: [approval("lanh-dao"), approval("kinh-te")],
        remarks: [remark("duyet", "asks-higher")],
      },
      away({ from: "lanh-dao" }),
      "Bài cần hai bước duyệt",
    ],
    [
      "the higher approval, for one who is higher",
      {
        ...notice,
        approvals: [approval("duyet"), approval("kinh-te")],
        remarks: [remark("duyet", "asks-higher")],
      },
      away({ from: "lanh-dao" }),
      "yes",
    ],
    [
      "no higher approval where that is not handed over",
      {
        ...notice,
        approvals: [approval("duyet"), approval("kinh-te")],
        remarks: [remark("duyet", "asks-higher")],
      },
      away({ from: "lanh-dao", grants: [{ sites: "*" }] }),
      "lãnh đạo duyệt",
    ],
    ["no settings", by("kinh-te", { parts: [{ path: "package.json" }] }), away(), "Chỉ người duyệt"],
  ])("%s", (_what, changes, portal, expected) => {
    expect(outcome(changes, portal)).toContain(expected);
  });

  test("is told with the approval", () => {
    expect(admit(proposal(by("kinh-te", notice)), away(), [])).toMatchObject({
      approvers: [{ login: "kinh-te", onBehalfOf: ["duyet"] }],
    });
  });

  test("cannot be handed on", () => {
    const portal = aPortal({
      delegations: [
        { from: "duyet", to: "kinh-te", since: "2026-11-20", until: "2026-11-24" },
        { from: "kinh-te", to: "lich-so", since: "2026-11-20", until: "2026-11-24" },
      ],
    });
    expect(outcome(by("lich-so", notice), portal)).toContain("Chỉ người duyệt");
  });
});

describe("the portal's file", () => {
  const problems = (changes: Record<string, unknown>) =>
    (portalSchema.safeParse({ ...portalSettings, ...changes }).error?.issues ?? [])
      .map(({ message }) => message)
      .join();
  const delegation = { from: "duyet-so", to: "viet", since: "2026-11-20", until: "2026-11-24" };
  const people = (grant: Record<string, unknown>) => [
    ...portalSettings.people,
    { login: "them", name: "Người thêm", grants: [grant] },
  ];

  test.each<[what: string, changes: Record<string, unknown>, expected: string]>([
    ["is right as it is", {}, ""],
    [
      "hands over what is held",
      { delegations: [{ ...delegation, grants: [{ sites: ["so"], kinds: ["news"] }] }] },
      "",
    ],
    [
      "hands over nothing that is not held",
      { delegations: [{ ...delegation, grants: [{ sites: ["tinh"] }] }] },
      "không có quyền này",
    ],
    [
      "hands over no power that is not held",
      { delegations: [{ ...delegation, grants: [{ sites: ["so"], higher: true }] }] },
      "không có quyền này",
    ],
    [
      "lets only approvers hand over",
      { delegations: [{ ...delegation, from: "viet-2" }] },
      "không phải người duyệt",
    ],
    ["names people it knows", { delegations: [{ ...delegation, to: "la" }] }, "la"],
    [
      "ends no delegation before it begins",
      { delegations: [{ ...delegation, until: "2026-11-19" }] },
      "trước ngày đầu",
    ],
    [
      "demands no higher approval that nobody can give",
      {
        people: portalSettings.people.filter(({ login }) => login !== "lanh-dao"),
        higherApproval: [{ sites: ["tinh"] }],
      },
      "lãnh đạo duyệt bước 2",
    ],
    [
      "gives sections to approvers alone",
      { people: people({ role: "editor", sites: "*", sections: ["kinh-te"] }) },
      "người duyệt (approver)",
    ],
    [
      "knows the kinds of entries",
      { people: people({ role: "approver", sites: "*", kinds: ["tin"] }) },
      "Invalid",
    ],
    [
      "leaves no site to whoever answers for a part of it",
      {
        people: portalSettings.people.filter(
          ({ login }) => !["duyet", "duyet-2", "lanh-dao"].includes(login),
        ),
      },
      "trang tinh phải có",
    ],
  ])("%s", (_what, changes, expected) => {
    if (expected === "") expect(problems(changes)).toBe("");
    else expect(problems(changes)).toContain(expected);
  });
});
