import type { CheckAnswer } from "../host-folder/check.ts";
import type { HostFolder } from "../host-folder/host-folder.ts";
import type { SignedText } from "../host-folder/release-files.ts";
import type { Wants } from "../host-folder/stage.ts";

/** Sends a request to where the folder is, and brings back what came of it. */
export type Ask = (operation: string, args: readonly unknown[]) => Promise<unknown>;

/** The host's folder as a program elsewhere drives it; both sides are of one version of this repository. */
export function remoteFolder(request: Ask): HostFolder {
  return {
    live: async () => (await request("live", [])) as SignedText | undefined,
    kept: async () => (await request("kept", [])) as SignedText[],
    stage: async (release) => (await request("stage", [release])) as Wants,
    async activate(sequence, version) {
      await request("activate", [sequence, version]);
    },
    async undo(sequence) {
      await request("undo", [sequence]);
    },
    async describe(sequence, version) {
      await request("describe", [sequence, version]);
    },
    check: async (asked) => (await request("check", [asked])) as CheckAnswer,
    async tidy() {
      await request("tidy", []);
    },
  };
}
