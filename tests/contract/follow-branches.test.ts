import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { followBranches } from "../../src/operations/follow-branches.ts";
import { aForge } from "../support/a-forge.ts";
import { commitFile, read, uploadBlob } from "../support/decap.ts";
import { until } from "../support/until.ts";

test("a save whose line was cut before its submission was opened comes onto the board while the newsroom runs", async () => {
  const forge = await aForge();
  const logged: string[] = [];
  const follower = followBranches({
    forge: forge.forge,
    clock: () => forge.clock.now,
    log: (line) => logged.push(line),
    patience: 50,
  });
  onTestFinished(() => {
    follower.stop();
  });
  const main = (await forge.repository.resolve("main")) ?? "";
  const path = "content/sites/tinh/news/2026/cat-giua-chung.md";
  const blob = await uploadBlob(forge, "bien-tap", "Bài đã lưu, đường truyền đứt ngay sau đó.");
  const sha = await commitFile(forge, "bien-tap", main, path, blob);
  const ref = "refs/heads/cms/tinh-tin-2026/cat-giua-chung";
  await read(z.unknown(), forge.api("bien-tap", "POST", "/git/refs", { ref, sha }));

  const shape = z.array(
    z.object({ user: z.object({ login: z.string() }), labels: z.array(z.object({ name: z.string() })) }),
  );
  const onBoard = () => read(shape, forge.api("duyet", "GET", "/pulls"));
  // Whose line is slow has the time to open it themselves.
  expect(await onBoard()).toEqual([]);
  forge.clock.advance(50);
  // Somebody else is in the middle of their save by then.
  const other = { ref: "refs/heads/cms/tinh-tin-2026/dang-luu", sha };
  await read(z.unknown(), forge.api("bien-tap-2", "POST", "/git/refs", other));
  const [pull, ...others] = await until("its submission", async () => {
    const pulls = await onBoard();
    return pulls.some(({ labels }) => labels.length > 0) ? pulls : undefined;
  });
  expect(pull).toEqual({ user: { login: "bien-tap" }, labels: [{ name: "decap-cms/draft" }] });
  expect(others).toEqual([]);
  expect(logged.join()).toContain("had no pull request");
});
