import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { readMirrors, withoutSecrets } from "../../src/publishing/backup/mirror.ts";
import { syncMirrors } from "../../src/publishing/backup/sync-mirrors.ts";
import { aRepository } from "../support/a-repository.ts";

/** A server that refuses everybody and notes what it was shown. */
async function aLockedServer(): Promise<{ address: string; shown: string[] }> {
  const shown: string[] = [];
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization ?? "nothing");
    response.writeHead(403).end("no");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cong.git`, shown };
}

test("a token is shown to its mirror, and stands in no message", async () => {
  const { address, shown } = await aLockedServer();
  const repository = await aRepository();
  const mirrors = readMirrors([`xa=${address}`], {
    CONG_MIRROR_TOKEN: "chung",
    CONG_MIRROR_TOKEN_XA: "bi-mat",
  });
  const [state] = await syncMirrors(repository, mirrors);
  expect(Buffer.from(shown[0]?.split(" ")[1] ?? "", "base64").toString()).toBe("x-access-token:bi-mat");
  expect(state).toMatchObject({ ok: false });
  expect(state?.problem).toContain("403");
  expect(JSON.stringify(state)).not.toContain("bi-mat");
});

test("a token is not sent where others could read it on the way", () => {
  expect(
    readMirrors(["xa=http://backup.example.vn/cong.git"], { CONG_MIRROR_TOKEN: "bi-mat" })[0]?.token,
  ).toBeUndefined();
});

test("names and passwords in addresses are left out of messages, whatever they contain", () => {
  expect(withoutSecrets("fatal: https://an:p@ss:w@example.vn/cong.git, ssh://git@a.vn/b")).toBe(
    "fatal: https://example.vn/cong.git, ssh://a.vn/b",
  );
});

test("mirrors that cannot be told apart, or are none, are refused", () => {
  expect(() => readMirrors(["a=/x", "a=/y"], {})).toThrow("same name");
  expect(() => readMirrors(["https://example.vn/cong.git"], {})).toThrow("names no mirror");
  expect(() => readMirrors(["a=--upload-pack=x"], {})).toThrow("names no mirror");
});
