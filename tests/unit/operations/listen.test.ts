import { createServer, type Server } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { listenFrom } from "../../../src/operations/listen.ts";

function aServer(): Server {
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  return server;
}

test("a taken port moves on to the next free one", async () => {
  const taken = await listenFrom(aServer(), 0, "127.0.0.1");
  const next = await listenFrom(aServer(), taken, "127.0.0.1");
  expect(next).toBeGreaterThan(taken);
});

test("an address this machine does not have is an error and no endless search", async () => {
  await expect(listenFrom(aServer(), 4300, "192.0.2.1")).rejects.toThrow(
    "Máy này không có địa chỉ 192.0.2.1",
  );
});
