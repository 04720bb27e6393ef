import { useEffect, useState } from "preact/hooks";
import { z } from "zod";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { branchOfEntry, type EntryPlace } from "../../../src/editorial/collection-name.ts";
import { signedInUser } from "../../shared/session.ts";

const pause = 15_000;

const answerSchema = z.object({
  others: z.array(z.object({ login: z.string(), name: z.string(), since: z.string(), typing: z.boolean() })),
});

/** Somebody else who has the same entry open. */
export type Other = z.infer<typeof answerSchema>["others"][number];

/** Tells the newsroom that this entry is open here, and learns who else has it open. */
export function useOthers(desk: DeskSettings, entry: EntryPlace, hasChanges: () => boolean): Other[] {
  const [others, setOthers] = useState<Other[]>([]);
  useEffect(() => {
    const tab = crypto.randomUUID();
    const note = (left: boolean) => {
      const body = JSON.stringify({ entry: branchOfEntry(entry), tab, typing: hasChanges(), left });
      const headers = { Authorization: `token ${signedInUser()?.token ?? ""}` };
      return fetch(desk.presence, { method: "POST", headers, body, keepalive: left });
    };
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      void note(false)
        .then(async (response) => setOthers(answerSchema.parse(await response.json()).others))
        // A newsroom that cannot be asked tells nothing; a save asks again.
        .catch(() => undefined);
    };
    const leave = () => void note(true).catch(() => undefined);
    tell();
    const timer = setInterval(tell, pause);
    document.addEventListener("visibilitychange", tell);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [desk, entry.collection, entry.slug]);
  return others;
}
