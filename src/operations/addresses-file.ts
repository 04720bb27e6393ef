import { writePrivate } from "./data-folder.ts";
import { repositoryName } from "./embedded-forge.ts";
import type { Newsroom } from "./newsroom.ts";

/** Writes `addresses.json` for tools: where everything is, and the demo accounts. Readable by its owner alone. */
export function writeAddresses(newsroom: Newsroom): void {
  const { origin, publicService, sample, api, git, hosts, accounts, data } = newsroom;
  const [primary, standby] = hosts;
  const addresses = {
    primary: firstOrigin(primary),
    standby: firstOrigin(standby),
    cms: `${origin}/admin/`,
    review: `${origin}/duyet/`,
    contribute: `${publicService}/gui-bai`,
    /** The sample of another system, where one runs. */
    sample,
    forge: { api, git, repo: repositoryName },
    accounts: accounts.map(({ login, password, token, role }) => ({ login, password, token, role })),
    /** Every site on every host. */
    sites: Object.fromEntries(
      [...(primary?.origins?.keys() ?? [])].map((site) => [
        site,
        Object.fromEntries(hosts.map((host) => [host.name, host.origins?.get(site)])),
      ]),
    ),
  };
  writePrivate(data.addresses, `${JSON.stringify(addresses, null, 2)}\n`);
}

const firstOrigin = (host: Newsroom["hosts"][number] | undefined): string | undefined =>
  host?.origins?.values().next().value;
