import { writeFile, rename, chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Repository } from "../git/repository.ts";

/** Runs inside the repository for every push, by whatever way it comes. */
const preReceive = `#!/bin/sh
# Written by the forge at every start: main moves only by merging an approved submission.
status=0
while read -r before after ref; do
  case "$ref" in
    refs/heads/main)
      echo "Không đẩy thẳng vào main được: hãy đẩy một nhánh, mở bài nộp và chờ duyệt." >&2
      echo "main is protected: push a branch, open a pull request and have it approved." >&2
      status=1 ;;
    refs/heads/cms|refs/heads/refs/*)
      echo "$ref: tên nhánh không hợp lệ. This is no name for a branch." >&2
      status=1 ;;
    refs/heads/?*) ;;
    *)
      echo "$ref: chỉ đẩy được nhánh. Only branches can be pushed." >&2
      status=1 ;;
  esac
done
exit $status
`;

/** Puts the guard into the repository, so that a push past the forge, by file path, is refused as well. */
export async function installGuard({ dir }: Repository): Promise<void> {
  const hook = join(dir, "hooks", "pre-receive");
  await mkdir(join(dir, "hooks"), { recursive: true });
  await writeFile(`${hook}.new`, preReceive);
  await chmod(`${hook}.new`, 0o755);
  await rename(`${hook}.new`, hook);
}
