import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Problem } from "../../src/foundation/problem.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { aCheckout, aFolder, git } from "../support/a-repository.ts";

test("the bare repository has what is checked out as main, and nothing else of the checkout", async () => {
  const folder = await aFolder();
  const checkout = await aCheckout(join(folder, "checkout"), { "đ.md": "a\n" });
  git(checkout, "branch", "khac");
  git(checkout, "tag", "v1");
  git(checkout, "checkout", "--quiet", "--detach");
  git(checkout, "commit", "--quiet", "--allow-empty", "--message=rời nhánh");
  const bare = join(folder, "cong.git");
  await createBareRepository(checkout, bare);

  expect(git(bare, "for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
  expect(git(bare, "rev-parse", "HEAD")).toBe(git(checkout, "rev-parse", "HEAD"));
  expect(git(bare, "symbolic-ref", "HEAD")).toBe("refs/heads/main");
  expect(git(bare, "remote")).toBe("");
  expect(git(bare, "config", "receive.denyNonFastForwards")).toBe("true");
  expect(await readdir(folder)).toEqual(["checkout", "cong.git"]);
});

test("a shallow checkout can be copied too", async () => {
  const folder = await aFolder();
  const full = await aCheckout(join(folder, "full"), { "a.md": "a\n" });
  git(full, "commit", "--quiet", "--allow-empty", "--message=hai");
  git(folder, "clone", "--quiet", "--depth=1", `file://${full}`, "shallow");
  await createBareRepository(join(folder, "shallow"), join(folder, "cong.git"));
  expect(git(join(folder, "cong.git"), "rev-list", "--count", "main")).toBe("1");
});

test("what a crash left half-made is cleared away, and a failure leaves nothing", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "cong.git.making-cũ"));
  await mkdir(join(folder, "empty"));
  await expect(createBareRepository(join(folder, "empty"), join(folder, "cong.git"))).rejects.toThrow(
    Problem,
  );
  expect(await readdir(folder)).toEqual(["empty"]);
});
