import { openRepository } from "../src/git/repository.ts";

/** Moves main of a data folder's repository by one edited article, as the forge does after an approval; for a publisher that runs alone. */
export async function mergeApproved(data: string, nth: number): Promise<void> {
  const repository = openRepository(`${data}/repository.git`);
  try {
    const main = (await repository.resolve("main")) ?? "";
    const list = await repository.listTree(main, { path: "content/sites/tinh/news/2026", recursive: true });
    const file = list[(nth * 53) % list.length];
    if (!file) throw new Error("The corpus has no article of 2026.");
    const text = (await repository.readObject(file.oid)).data.toString("utf8");
    const oid = await repository.writeBlob(Buffer.from(`${text.trimEnd()}\n\nThêm ${String(Date.now())}.\n`));
    const tree = await repository.writeTree(main, [{ path: file.path, oid }]);
    const person = { name: "Thu Mai", email: "thu-mai@example.vn", date: new Date() };
    const commit = { tree, author: person, committer: person };
    const change = await repository.writeCommit({ ...commit, parents: [main], message: "Sửa bài" });
    const message = "Nhập bài\n\nWritten-by: Thu Mai <m@example.vn>\nApproved-by: Hoàng Lan <l@example.vn>\n";
    const merge = await repository.writeCommit({ ...commit, parents: [main, change], message });
    await repository.updateRef("refs/heads/main", merge, main);
  } finally {
    await repository.close();
  }
}
