import type { Suite } from "./suites.ts";

/** Takes a guard away: in a file of the project, `guard` (there once) becomes `without`. */
export interface Removal {
  file: string;
  guard: string;
  without: string;
}

/** Something that Decap does by itself, and the tests that say it does not happen here. */
export interface Hazard {
  /** Its place in docs/decisions/0031. */
  number: number;
  says: string;
  removals: Removal[];
  suite: Suite;
  /** Beginnings of tests that have to run before, so that those below find what they need. */
  before?: string[];
  /** The suite's file, and the beginnings of the tests in it that fail without the guards. */
  file: string;
  fails: string[];
}

const cmsLoop = "tests/e2e/cms-loop.test.ts";
const firstSave = "an editor signs in, writes an article";

/** Every hazard with the guards that stand against it, as text of the code: whoever changes the one changes the other. */
export const hazards: readonly Hazard[] = [
  {
    number: 1,
    says: "a submission in conflict is forced over main",
    removals: [
      {
        file: "src/forge/branches.ts",
        guard: "if (ref === MAIN) throw mainIsClosed(forge.mergeRefusals.last(login));",
        without: "if (ref === MAIN) return (await forge.repository.inspect(ref))?.oid ?? null;",
      },
    ],
    suite: "contract",
    file: "tests/contract/forge-editorial.test.ts",
    fails: ["a conflict stops the merge", "main cannot be moved, deleted or made anew"],
  },
  {
    number: 2,
    says: "the last of two savers wins at the forge",
    removals: [
      {
        file: "src/forge/branches.ts",
        guard: "if (replaces) await requireUnchanged(forge.repository, replaces, { head, commit: oid });",
        without: "void requireUnchanged;",
      },
      {
        file: "src/forge/branches.ts",
        guard:
          "if (before !== null && !(await mayReplace(forge, { ref, before, after: oid, force, login }))) {",
        without:
          "if (before !== null && (await mayReplace(forge, { ref, before, after: oid, force, login })) === null) {",
      },
    ],
    suite: "contract",
    file: "tests/contract/forge-editorial.test.ts",
    fails: [
      "a save that names the version it was written upon is refused",
      "a new entry is not saved over one that was made at the same address",
      "nobody may throw away what somebody else saved",
    ],
  },
  {
    number: 2,
    says: "the last of two savers wins in the CMS",
    removals: [
      { file: "admin/cms/main.ts", guard: "await guardSave(entry, github);", without: "void guardSave;" },
      {
        file: "admin/cms/requests.ts",
        guard: 'if (replaces !== undefined) request.headers.set("Cong-Replaces", replaces);',
        without: "",
      },
    ],
    suite: "e2e",
    file: "tests/e2e/cms-drafts.test.ts",
    before: ["a half-written new article", "what was typed into an article", "the second person at an entry"],
    fails: ["of two people at a published article the later one is stopped"],
  },
  {
    number: 3,
    says: "what is published can be deleted from the CMS, on main, at once",
    removals: [
      {
        file: "src/editorial/cms-collection.ts",
        guard: "    delete: false,\n    publish: false,\n    slug:",
        without: "    delete: true,\n    publish: false,\n    slug:",
      },
    ],
    suite: "unit",
    file: "tests/unit/editorial/cms-config.test.ts",
    fails: ["nothing can be deleted or published from the CMS"],
  },
  {
    number: 3,
    says: "the page of media writes to main at once",
    removals: [
      {
        file: "admin/cms/cms.css",
        guard: '[class*="AppHeaderNavList"] > li:has(> button),',
        without: "",
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    before: [firstSave, "somebody without an account sends in a piece"],
    fails: ["an editor finds it among the drafts"],
  },
  {
    number: 4,
    says: "everybody is shown the button that publishes",
    removals: [
      {
        file: "src/editorial/cms-collection.ts",
        guard: "    delete: false,\n    publish: false,\n    slug:",
        without: "    delete: false,\n    publish: true,\n    slug:",
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    before: [firstSave],
    fails: ["the editor cannot publish it"],
  },
  {
    number: 5,
    says: "a decomposed title makes a broken address",
    removals: [
      {
        file: "admin/cms/main.ts",
        guard: 'return compose(entry.get("data"));',
        without: 'return (void compose, entry.get("data"));',
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    fails: [firstSave],
  },
  {
    number: 6,
    says: "a submission whose mark was lost is not on the board",
    removals: [
      {
        file: "src/forge/heal.ts",
        guard: "issues.setLabels(number, [...issues.labels(number), DRAFT], UNKNOWN);",
        without: "void [issues, DRAFT, UNKNOWN];",
      },
    ],
    suite: "contract",
    file: "tests/contract/forge-heal.test.ts",
    fails: ["stopped between saving and opening the pull request"],
  },
  {
    number: 6,
    says: "a submission without a mark raises an alarm in English",
    removals: [
      {
        file: "admin/cms/requests.ts",
        guard: "return listsSubmissions(desk, request) ? onlyEntries(response) : response;",
        without: "return (void listsSubmissions, void onlyEntries, response);",
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    before: [firstSave, "somebody without an account sends in a piece"],
    fails: ["an editor finds it among the drafts"],
  },
  {
    number: 7,
    says: "a search, an order or a filter reads every entry",
    removals: [
      { file: "src/editorial/cms-config.ts", guard: "search: false,", without: "search: true," },
      {
        file: "src/editorial/cms-collection.ts",
        guard: "    sortable_fields: [],\n    editor:",
        without: '    sortable_fields: ["title"],\n    editor:',
      },
    ],
    suite: "unit",
    file: "tests/unit/editorial/cms-config.test.ts",
    fails: ["nothing makes Decap read all entries of a year"],
  },
  {
    number: 8,
    says: "code is compiled on every page of the desk",
    removals: [
      {
        file: "src/operations/admin-pages.ts",
        guard: 'context.header("Content-Security-Policy", policy(options.previewOrigin()));',
        without: `context.header("Content-Security-Policy", policy(options.previewOrigin(), "'unsafe-eval'"));`,
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    fails: ["no page of the desk asks a stranger anything"],
  },
  {
    number: 9,
    says: "a third of the phrases of the CMS is in English",
    removals: [
      {
        file: "admin/cms/locale/locale.ts",
        guard: "auth, app, collection, editor, mediaLibrary, ui, workflow }",
        without: "auth, app, collection, mediaLibrary, ui, workflow }",
      },
    ],
    suite: "unit",
    file: "tests/unit/admin/locale.test.ts",
    fails: ["every phrase of Decap is said in Vietnamese"],
  },
  {
    number: 9,
    says: "what is in no phrase book is said in English",
    removals: [
      { file: "admin/cms/main.ts", guard: "replaceEnglish(document);", without: "void replaceEnglish;" },
    ],
    suite: "e2e",
    file: "tests/e2e/cms-kinds.test.ts",
    fails: ["no screen of the CMS says anything in English"],
  },
  {
    number: 10,
    says: "strangers are asked",
    removals: [
      {
        file: "admin/cms/requests.ts",
        guard:
          'if (address.protocol.startsWith("http") && !known.has(address.origin)) return refuse(address);',
        without: "void [known, refuse];",
      },
      {
        file: "src/operations/admin-pages.ts",
        guard: `"connect-src 'self' blob: data:",`,
        without: `"connect-src * blob: data:",`,
      },
    ],
    suite: "e2e",
    file: cmsLoop,
    before: [firstSave],
    fails: ["no page of the desk asks a stranger anything"],
  },
  {
    number: 11,
    says: "a picture is stored by its bare name, as large as it came and with its place",
    removals: [
      {
        file: "src/editorial/cms-collection.ts",
        guard: "public_folder: `/media/${year}`,",
        without: 'public_folder: "",',
      },
      { file: "admin/cms/main.ts", guard: "prepareUploads(document);", without: "void prepareUploads;" },
    ],
    suite: "e2e",
    file: cmsLoop,
    before: [firstSave],
    fails: ["the photograph reaches the repository made small"],
  },
];
