import type { Portal } from "../content-model/portal.ts";
import type { Content } from "../content-store/content.ts";
import type { DemoAccount } from "./demo-accounts.ts";
import type { PublicHosts } from "./public-hosts.ts";

/** What the newsroom gains while it runs, as main's `portal.yaml` gains it: sites and people. */
export interface Growth {
  /** Gives new sites their addresses and new people their accounts; to be called before such content is put on the hosts. */
  admit: (content: Content) => Promise<void>;
  /** Calls back when there was something new. */
  onGrowth: (listener: () => void) => void;
}

/** Keeps `accounts` and `siteNames`, as a running newsroom shows them, at what main has. */
export function createGrowth(options: {
  hosts: Pick<PublicHosts, "serve">;
  provideAccounts: (portal: Portal) => Promise<DemoAccount[]>;
  accounts: DemoAccount[];
  siteNames: Map<string, string>;
}): Growth {
  const { hosts, provideAccounts, accounts, siteNames } = options;
  const listeners: (() => void)[] = [];
  return {
    async admit({ portal, sites }) {
      for (const [id, { settings }] of sites) siteNames.set(id, settings.shortName);
      const newSites = await hosts.serve(portal.sites);
      const known = new Set(accounts.map(({ login }) => login));
      const newPeople = portal.people.filter(({ login }) => !known.has(login));
      if (newPeople.length > 0) accounts.splice(0, accounts.length, ...(await provideAccounts(portal)));
      if (newSites.length + newPeople.length === 0) return;
      for (const listener of listeners) listener();
    },
    onGrowth(listener) {
      listeners.push(listener);
    },
  };
}
