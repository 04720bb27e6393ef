import { Problem } from "../../foundation/problem.ts";
import { signatureHolds } from "../sign-manifest.ts";
import { openFolderTexts, type FolderTexts } from "./folder-texts.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { readHead, type ReleaseHead, type SignedText } from "./release-files.ts";

/** What the parts of a host's folder share. */
export interface HostContext {
  layout: Layout;
  texts: FolderTexts;
  /** The head of a manifest whose signature holds; throws where it does not. */
  headOf: (signed: SignedText) => Promise<ReleaseHead>;
}

export function openContext(folder: string, signersFile: string): HostContext {
  const layout = layoutOf(folder);
  /** Signatures found good: a manifest is read several times on its way to going live. */
  const good = new Set<string>();

  return {
    layout,
    texts: openFolderTexts(layout),
    async headOf({ text, signature }) {
      const key = `${signature}\n${text}`;
      if (!good.has(key)) {
        if (!(await signatureHolds(text, signature, signersFile)))
          throw new Problem(
            "The signature of the release's manifest does not hold; it was not made by an allowed key.",
            {
              remedy: `Publish again. If the publisher's key has changed on purpose, add its public half to ${signersFile}.`,
            },
          );
        if (good.size > 100) good.clear();
        good.add(key);
      }
      const head = readHead(text);
      if (!head) throw new Problem("The release's manifest names no sequence and root.");
      return head;
    },
  };
}
