import { Hono } from "hono";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { readContent } from "../../src/operations/content-reader.ts";
import { deskQueue } from "../../src/operations/desk/desk-queue.ts";
import { deskRoutes } from "../../src/operations/desk/desk-routes.ts";
import { openPresence } from "../../src/operations/desk/presence.ts";
import { officeCalendar } from "../../src/operations/desk/office-calendar.ts";
import { openDeskSearch, type DeskSearch } from "../../src/operations/desk/search/desk-search.ts";
import { aFolder } from "./a-repository.ts";
import { aForge, type Login, type TestForge } from "./a-forge.ts";
import { aSite } from "./site.ts";

const portal = {
  name: "Tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh"],
  people: [
    { login: "bien-tap", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    {
      login: "duyet",
      name: "Hoàng Lan",
      grants: [
        { role: "approver", sites: "*" },
        { role: "operator", sites: "*" },
      ],
    },
  ],
};

/** A forge over a portal's content, with what the newsroom answers beside it. */
export interface TestDesk extends TestForge {
  search: DeskSearch;
  /** Asks the newsroom as someone, or as nobody. */
  desk(login: Login | null, path: string, headers?: Record<string, string>): Promise<Response>;
}

/** A desk over a portal with one site and these files; gone when the test ends. */
export async function aDesk(files: Record<string, string> = {}): Promise<TestDesk> {
  const forge = await aForge({
    files: {
      "content/portal.yaml": stringify(portal),
      "content/sites/tinh/site.yaml": stringify(aSite()),
      ...files,
    },
  });
  const { repository } = forge;
  const clock = () => forge.clock.now;
  const entries = openEntryStore(join(await aFolder(), "entries.db"), "test");
  onTestFinished(() => {
    entries.close();
  });
  const reader = readContent(repository, clock, entries);
  const calendar = async () => officeCalendar(repository, await reader.portal(), clock());
  const queue = deskQueue({ forge: forge.forge, repository, reader, calendar });
  const search = openDeskSearch({
    file: join(await aFolder(), "desk-search.db"),
    repository,
    forge: forge.forge,
    clock,
    log: (line) => forge.logged.push(line),
  });
  onTestFinished(() => search.stop());
  search.begin();
  const app = new Hono().route(
    "/",
    deskRoutes(forge.forge, {
      queue,
      find: (query) => search.find(query),
      presence: openPresence(clock),
      takeDown: forge.forge.forReaders(),
    }),
  );
  return {
    ...forge,
    search,
    desk: async (login, path, headers = {}) =>
      app.request(`/desk${path}`, {
        headers: { ...(login === null ? {} : { Authorization: `token ${forge.tokens[login]}` }), ...headers },
      }),
  };
}
