import { importer } from "../content-model/import-places.ts";
import { admit } from "../editorial/admission.ts";
import { accessForge, type ForgeAccess } from "../editorial/forge-access.ts";
import { connectForge, type ForgeClient } from "../editorial/forge-client.ts";
import type { Finding } from "../editorial/finding.ts";
import type { Part } from "../editorial/part.ts";
import { applyWaivers, standingWaivers, waiverRecord } from "../editorial/personal-data/waivers.ts";
import { newsroomAccount, permissionsOf } from "../editorial/rights.ts";
import { createForge, type Directory, type Forge, type Screen } from "../forge/forge.ts";
import { importRefusal } from "../editorial/import-rule.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Repository } from "../git/repository.ts";
import type { ContentReader } from "./content-reader.ts";

/** Owner and name of the repository in the embedded forge's addresses. */
const fullName = { owner: "song-may", repo: "cong" };

/** The name of the repository as GitHub writes it. */
export const repositoryName = `${fullName.owner}/${fullName.repo}` as const;

/** The account in whose name checks and publications are reported. */
const bot = { ...newsroomAccount, email: "toa-soan@cong.invalid", bot: true };
const botPermissions = { pull: true, push: true, maintain: false, admin: false };

/** The forge with this portal's rights and its rule of approval. */
export function openEmbeddedForge(options: {
  repository: Repository;
  reader: Pick<ContentReader, "portal">;
  databaseFile: string;
  title: string;
  /** Everything the checks find on a merge, at the moment it is asked for. */
  inspect: (head: string) => Promise<{ parts: readonly Part[]; findings: readonly Finding[] }>;
  /** What must not even be stored. */
  screen: Screen;
  /** Where it is served, once it is. */
  origin: () => string;
  directory: Directory | undefined;
  clock: Clock;
  log: (line: string) => void;
}): Promise<Forge> {
  const { repository, reader, origin, inspect, ...rest } = options;
  return createForge({
    ...rest,
    repository,
    fullName,
    origin,
    permissions: async (login) =>
      login === bot.login || login === importer.login
        ? botPermissions
        : permissionsOf(await reader.portal(), login),
    importPolicy: (before, commit) => importRefusal(repository, before, commit),
    pageOf: (number) => `${origin()}/duyet/#/bai/${number}`,
    policy: async (proposal) => {
      const [portal, { parts, findings: found }] = await Promise.all([
        reader.portal(),
        inspect(proposal.head),
      ]);
      const findings = applyWaivers(found, standingWaivers({ ...proposal, parts }, portal));
      const admission = admit({ ...proposal, parts }, portal, findings);
      return admission.admitted ? { ...admission, message: waiverRecord(findings) } : admission;
    },
  });
}

/** The newsroom's own access to the forge, with a token that only this run knows: for its reports, and for all else. */
export async function connectAsNewsroom(
  forge: Forge,
  api: string,
): Promise<{ client: ForgeClient; access: ForgeAccess }> {
  const token = await ownToken(forge, bot, "tòa soạn");
  return {
    client: connectForge({ api, token, ...fullName }),
    access: accessForge(api, repositoryName, token),
  };
}

/** The importer's access to the forge, by which it hands in what an approver is to decide about. */
export async function connectAsImporter(forge: Forge, api: string): Promise<ForgeAccess> {
  return accessForge(api, repositoryName, await ownToken(forge, { ...importer, bot: true }, "nhập văn bản"));
}

/** A token of a program's account that only this run of the newsroom knows. */
async function ownToken(
  { accounts }: Forge,
  account: { login: string; name: string; email: string; bot: boolean },
  note: string,
): Promise<string> {
  if (!accounts.find(account.login)) await accounts.create(account);
  for (const { id } of accounts.tokens(account.login)) accounts.revoke(id);
  return accounts.issueToken(account.login, { note, expiresInDays: 365 });
}
