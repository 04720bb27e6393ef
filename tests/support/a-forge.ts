import { join } from "node:path";
import { serve } from "@hono/node-server";
import { onTestFinished } from "vitest";
import {
  createForge,
  type Forge,
  type MergePolicy,
  type Permissions,
  type Screen,
} from "../../src/forge/forge.ts";
import type { Repository } from "../../src/git/repository.ts";
import { aFolder, aRepository } from "./a-repository.ts";
import { checkAgainstGitHub } from "./github-contract.ts";

/** A forge for one test with its people, and short ways to speak to it. */
export interface TestForge {
  forge: Forge;
  repository: Repository;
  databaseFile: string;
  clock: { now: Date; advance(milliseconds: number): void };
  /** What the forge wrote to its log: failures of its own, not refusals. */
  logged: string[];
  /** Tokens by login. */
  tokens: Record<Login, string>;
  /** Where it listens; only after `listen`. */
  origin(): string;
  listen(): Promise<string>;
  /** A request to the repository's API (a path that begins with "/" below it, or "/api/…" in full); its answer is checked against GitHub's. */
  api(
    login: Login | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** The people of the tests: two editors, an approver, a reader and a program. */
export type Login = "bien-tap" | "bien-tap-2" | "duyet" | "doc-gia" | "robot";

const people: Record<Login, { name: string; push: boolean; bot?: boolean }> = {
  "bien-tap": { name: "Biên Tập Viên", push: true },
  "bien-tap-2": { name: "Biên Tập Viên Hai", push: true },
  duyet: { name: "Người Duyệt", push: true },
  "doc-gia": { name: "Độc Giả", push: false },
  robot: { name: "Máy Kiểm Tra", push: true, bot: true },
};

/** The password of everybody in the tests. */
export const password = "mật khẩu dài";

/** The rule most tests use: somebody who wrote none of it approved the last commit. */
export const twoPersonRule: MergePolicy = ({ approvals, head, writers }) => {
  const others = approvals.filter(({ login, commit }) => commit === head && !writers.includes(login));
  return Promise.resolve(
    others.length > 0
      ? { admitted: true }
      : { admitted: false, reason: "chưa có người khác duyệt bản mới nhất." },
  );
};

/** A forge with five people and the two-person rule, unless told otherwise; closed when the test ends. */
export async function aForge(
  options: {
    repository?: Repository;
    databaseFile?: string;
    policy?: MergePolicy;
    files?: Record<string, string>;
    screen?: Screen;
  } = {},
): Promise<TestForge> {
  const repository = options.repository ?? (await aRepository(options.files));
  const databaseFile = options.databaseFile ?? join(await aFolder(), "forge.sqlite");
  const clock = aClock();
  const logged: string[] = [];
  let origin = "http://127.0.0.1:4800";

  const forge = await createForge({
    repository,
    databaseFile,
    fullName: { owner: "tinh", repo: "cong" },
    title: "Cổng thông tin điện tử tỉnh",
    origin: () => origin,
    policy: options.policy ?? twoPersonRule,
    ...(options.screen ? { screen: options.screen } : {}),
    clock: () => clock.now,
    permissions: (login) => Promise.resolve(permissionsOf(login)),
    pageOf: (number) => `${origin}/duyet/#/bai/${number}`,
    log: (line) => {
      logged.push(line);
    },
  });
  onTestFinished(() => forge.close());
  const tokens = await admitPeople(forge);

  return {
    forge,
    repository,
    databaseFile,
    clock,
    logged,
    tokens,
    origin: () => origin,
    async listen() {
      origin = await listen(forge);
      return origin;
    },
    api: async (login, method, path, body, headers = {}) => {
      const url = path.startsWith("/api/") ? path : `/api/v3/repos/tinh/cong${path}`;
      const response = await forge.app.request(url, {
        method,
        headers: {
          ...(login === null ? {} : { Authorization: `token ${tokens[login]}` }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await checkAgainstGitHub(method, url, response);
      return response;
    },
  };
}

/** A clock that stands still until the test moves it. */
function aClock(): TestForge["clock"] {
  return {
    now: new Date("2026-03-02T08:00:00Z"),
    advance(milliseconds) {
      this.now = new Date(this.now.getTime() + milliseconds);
    },
  };
}

async function admitPeople(forge: Forge): Promise<Record<Login, string>> {
  const entries: [string, string][] = [];
  for (const [login, { name, bot }] of Object.entries(people)) {
    // One password hash is slow on purpose; only who signs in by password in a test needs one.
    const account = { login, name, email: `${login}@example.vn`, ...(bot ? { bot } : {}) };
    if (!forge.accounts.find(login)) await forge.accounts.create(account);
    entries.push([login, forge.accounts.issueToken(login, { note: "thử nghiệm", expiresInDays: 30 })]);
  }
  return Object.fromEntries(entries) as Record<Login, string>;
}

function permissionsOf(login: string): Permissions {
  const person = Object.entries(people).find(([name]) => name === login)?.[1];
  return { pull: person !== undefined, push: person?.push ?? false, maintain: false, admin: false };
}

/** Serves on a port that the system chooses, until the test ends. */
export async function listen(forge: Forge): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch: forge.app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve(`http://127.0.0.1:${port}`);
    });
    onTestFinished(
      () =>
        new Promise<void>((closed) => {
          if ("closeAllConnections" in server) server.closeAllConnections();
          server.close(() => {
            closed();
          });
        }),
    );
  });
}
