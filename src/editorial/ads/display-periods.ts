import { adSchema, type Ad } from "../../content-model/ad.ts";
import { parseEntry } from "../../content-model/entry-file.ts";
import { peopleOf } from "../../content-store/records.ts";
import { mainBranch } from "../../git/main-branch.ts";
import type { Repository } from "../../git/repository.ts";

/** A version of an ad as it came to main, until the next one. */
export interface AdVersion {
  commit: string;
  /** When main had it. */
  since: Date;
  approvers: readonly string[];
  /** Undefined where the file was taken away, or could not be read and was not shown. */
  ad: Ad | undefined;
}

/** A time during which an ad was live without a change. */
export interface DisplayPeriod {
  from: Date;
  to: Date;
  version: AdVersion;
  /** Why it ended; `running` where it had not, when it was asked. */
  end: "running" | "contract" | "changed" | "removed" | "year";
}

/** The versions of an ad's file on main, the oldest first. */
export async function adVersions(repository: Repository, path: string): Promise<AdVersion[]> {
  const commits = await repository.log(mainBranch, { path, firstParent: true });
  return Promise.all(
    commits.toReversed().map(async ({ oid, message, committer }) => {
      const text = (await repository.readFile(oid, path))?.toString("utf8");
      const entry = text === undefined ? undefined : parseEntry(adSchema, text);
      return {
        commit: oid,
        since: committer.date,
        approvers: peopleOf(message, "Approved-by"),
        ad: entry?.ok ? entry.data : undefined,
      };
    }),
  );
}

/** When an ad was live in a year, by what stood on main and by its own days (Việt Nam's). */
export function displayPeriods(versions: readonly AdVersion[], year: string, now: Date): DisplayPeriod[] {
  const [first, last] = [dayBegins(`${year}-01-01`), dayBegins(`${String(Number(year) + 1)}-01-01`)];
  return versions.flatMap((version, index): DisplayPeriod[] => {
    const { ad } = version;
    if (!ad) return [];
    const next = versions[index + 1];
    const from = Math.max(version.since.getTime(), dayBegins(ad.start), first);
    const ends: [number, DisplayPeriod["end"]][] = [
      [dayBegins(ad.end) + day, "contract"],
      ...(next
        ? [[next.since.getTime(), next.ad ? "changed" : "removed"] as [number, "changed" | "removed"]]
        : []),
      [now.getTime(), "running"],
      [last, "year"],
    ];
    const [to, end] = ends.reduce((soonest, one) => (one[0] < soonest[0] ? one : soonest));
    return from < to ? [{ from: new Date(from), to: new Date(to), version, end }] : [];
  });
}

const day = 86_400_000;
const dayBegins = (date: string) => Date.parse(`${date}T00:00:00+07:00`);
