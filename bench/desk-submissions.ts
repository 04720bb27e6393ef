import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { approve, submit, type Desk } from "../tests/support/submission.ts";
import { until } from "../tests/support/until.ts";
import { statusContext } from "../src/editorial/status-context.ts";

const folder = "content/sites/tinh/news/2026";

/** A submission as a newsroom has them: its words are the corpus's own. */
export interface PlannedSubmission {
  branch: string;
  title: string;
  files: Record<string, string>;
  stage: "decap-cms/draft" | "decap-cms/pending_review";
}

/** So many submissions on a corpus: two of three bring a new article, the third changes one; one of five is still a draft. */
export function plannedSubmissions(corpus: string, count: number): PlannedSubmission[] {
  const names = readdirSync(join(corpus, folder)).sort();
  return Array.from({ length: count }, (_, at) => {
    const name = names[(at * 7) % names.length] ?? "";
    const text = readFileSync(join(corpus, folder, name), "utf8");
    const changes = at % 3 === 2;
    const slug = changes ? name.replace(/\.md$/, "") : `bai-gui-${String(at + 1)}`;
    const { title, text: submitted } = changes ? changed(text) : renamed(text, at + 1);
    return {
      branch: `cms/tinh-tin-2026/${slug}`,
      title,
      files: { [`${folder}/${slug}.md`]: submitted },
      stage: at % 5 === 4 ? "decap-cms/draft" : "decap-cms/pending_review",
    };
  });
}

const changed = (text: string) => ({
  title: frontMatter(text).data.title,
  text: `${text.trimEnd()}\n\nBổ sung ngày 20/11: số liệu trên đã được các đơn vị rà lại.\n`,
});

function renamed(text: string, nth: number): { title: string; text: string } {
  const { data, body } = frontMatter(text);
  const title = `${data.title} (tin thứ ${String(nth)})`.slice(-120);
  return { title, text: `---\n${stringify({ ...data, title })}---\n${body}` };
}

function frontMatter(text: string): { data: { title: string }; body: string } {
  const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { data: parse(head) as { title: string }, body };
}

/** A new article that one approver may publish alone; another one each time. */
export function articleToPublish(corpus: string): PlannedSubmission & { page: string } {
  const [planned] = plannedSubmissions(corpus, 1);
  const [text = ""] = Object.values(planned?.files ?? {});
  const slug = `bai-dang-${Date.now().toString(36)}`;
  const { title, text: fresh } = renamed(text.replace(/^category: .*$/m, "category: kinh-te"), Date.now());
  return {
    branch: `cms/tinh-tin-2026/${slug}`,
    title,
    files: { [`${folder}/${slug}.md`]: fresh },
    stage: "decap-cms/pending_review",
    page: `/tin-tuc/2026/${slug}`,
  };
}

/** Hands them in, one after the other as editors do. */
export async function handIn(editor: Desk, planned: readonly PlannedSubmission[]): Promise<number[]> {
  const { octokit, owner, repo } = editor;
  const numbers: number[] = [];
  for (const { branch, title, files, stage } of planned) {
    const number = await submit(editor, { branch, title, files, marked: false });
    await octokit.rest.issues.setLabels({ owner, repo, issue_number: number, labels: [stage] });
    numbers.push(number);
  }
  return numbers;
}

/** Waits until a submission has its verdict; resolves with what it is. */
export async function verdictOf({ octokit, owner, repo }: Desk, number: number): Promise<string> {
  const here = { owner, repo };
  const { data: pull } = await octokit.rest.pulls.get({ ...here, pull_number: number });
  return until(
    `the verdict on submission ${String(number)}`,
    async () => {
      const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...here, ref: pull.head.sha });
      const check = data.statuses.find(({ context }) => context === statusContext.check);
      return check && check.state !== "pending" ? check.state : undefined;
    },
    { seconds: 1200, every: 20 },
  );
}

/** Approves and publishes a submission; resolves with the seconds until both hosts serve its page. */
export async function publishAndWait(
  approver: Desk,
  number: number,
  page: string,
  origins: readonly string[],
): Promise<number> {
  await approve(approver, number);
  const { octokit, owner, repo } = approver;
  await octokit.rest.pulls.merge({ owner, repo, pull_number: number });
  const merged = performance.now();
  for (const origin of origins)
    await until("the page", async () => ((await fetch(`${origin}${page}`)).ok ? true : undefined), {
      seconds: 600,
      every: 10,
    });
  return (performance.now() - merged) / 1000;
}
