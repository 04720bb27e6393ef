import { openCheckout } from "../git/checkout.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";

/**
 * Says so when the code that runs (the checkout's) is not the code on main, whose content is published.
 * Undefined when they agree.
 */
export async function codeDifference(checkout: string, repository: Repository): Promise<string | undefined> {
  const running = await openCheckout(checkout).trackedFiles();
  const main = await repository.listTree(mainBranch, { recursive: true });
  const isCode = ({ path, type }: { path: string; type?: string }) =>
    type !== "tree" && !path.startsWith("content/");
  const onMain = new Map(main.filter(isCode).map(({ path, oid }) => [path, oid]));
  const here = new Map(running.filter(isCode).map(({ path, oid }) => [path, oid]));
  const paths = [...new Set([...onMain.keys(), ...here.keys()])].filter(
    (path) => onMain.get(path) !== here.get(path),
  );
  if (paths.length === 0) return undefined;
  const named = paths.slice(0, 3).join(", ");
  return (
    `Mã nguồn đang chạy khác mã nguồn trên main của kho ở ${paths.length} tệp (${named}${paths.length > 3 ? ", …" : ""}). ` +
    "Nội dung vẫn lấy từ main; để hai bên giống nhau, đẩy mã nguồn lên một nhánh cho người vận hành duyệt, hoặc cập nhật bản đang chạy."
  );
}
