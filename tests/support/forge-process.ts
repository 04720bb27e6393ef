/**
 * A forge in a process of its own, for tests that kill it: `node forge-process.ts REPOSITORY DATABASE`. Writes one
 * line of JSON with its origin and the editor's and the approver's tokens when it listens.
 */
import { serve } from "@hono/node-server";
import { createForge } from "../../src/forge/forge.ts";
import { openRepository } from "../../src/git/repository.ts";

const [dir = "", databaseFile = ""] = process.argv.slice(2);
let origin = "";
const forge = await createForge({
  repository: openRepository(dir),
  databaseFile,
  fullName: { owner: "tinh", repo: "cong" },
  title: "Thử",
  origin: () => origin,
  policy: () => Promise.resolve({ admitted: true }),
  clock: () => new Date(),
  permissions: () => Promise.resolve({ pull: true, push: true, maintain: false, admin: false }),
  pageOf: (number) => `${origin}/duyet/#/bai/${number}`,
});
await forge.heal();
const tokens: string[] = [];
for (const login of ["bien-tap", "duyet"]) {
  if (!forge.accounts.find(login)) {
    await forge.accounts.create({ login, name: login, email: `${login}@example.vn` });
  }
  tokens.push(forge.accounts.issueToken(login, { note: "", expiresInDays: 1 }));
}
serve({ fetch: forge.app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
  origin = `http://127.0.0.1:${port}`;
  console.log(JSON.stringify({ origin, tokens }));
});
