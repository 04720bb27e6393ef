import { aNewsText } from "../../tests/support/news.ts";
import { deskOf, statusOf, submit } from "../../tests/support/submission.ts";
import { until } from "../../tests/support/until.ts";
import type { Stage } from "./stage.ts";

/** The year of the story, which names its collections. */
export const year = "2026";

/** An article of the sample portal that readers see. */
export const publishedSlug = "thac-van-gioi-han-1-500-khach-moi-ngay-dan-ban-lo-vang-roi-lai-thay";

/** A piece that somebody else hands in, for the approver's day to have more than one. Resolves with its number once it is checked. */
export async function handInPiece(
  { addresses }: Stage,
  by: { role: string; index?: number },
  article: { slug: string; title: string; category: string; summary: string; body: string },
): Promise<number> {
  const desk = deskOf(addresses, by.role, by.index ?? 0);
  const { slug, body, ...front } = article;
  const branch = `cms/tinh-tin-${year}/${slug}`;
  const number = await submit(desk, {
    branch,
    title: front.title,
    files: {
      [`content/sites/tinh/news/${year}/${slug}.md`]: aNewsText(
        { ...front, date: "2026-11-30T09:00:00+07:00" },
        body,
      ),
    },
  });
  await untilChecked(addresses, branch);
  return number;
}

/** Waits until the checks have looked at what a branch is now. */
export async function untilChecked(addresses: Stage["addresses"], branch: string): Promise<void> {
  const desk = deskOf(addresses, "operator");
  const here = { owner: desk.owner, repo: desk.repo };
  await until("the checks", async () => {
    const { data } = await desk.octokit.rest.repos.getBranch({ ...here, branch });
    const { state } = await statusOf(desk, data.commit.sha, "cong/kiem-tra");
    return state === "success" || state === "failure" ? true : undefined;
  });
}
