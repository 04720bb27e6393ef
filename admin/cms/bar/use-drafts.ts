import { useEffect, useState } from "preact/hooks";
import { draftsChanged, type DraftKeeper, type DraftOffer, type OpenForm } from "../drafts/keep-drafts.ts";

/** The unsaved drafts that this person may take up again, and the form that is open. */
interface Known {
  offers: DraftOffer[];
  form: OpenForm | undefined;
  /** Whether the browser keeps what is typed. */
  works: boolean;
}

/** Follows the drafts that this browser keeps. */
export function useDrafts(drafts: DraftKeeper, login: string): Known {
  const [known, setKnown] = useState<Known>({ offers: [], form: undefined, works: true });
  useEffect(() => {
    let stopped = false;
    const read = async () => {
      const offers = await drafts.offers(login);
      if (!stopped) setKnown({ offers, form: drafts.form(), works: drafts.works() });
    };
    const now = () => void read();
    now();
    const moments = [draftsChanged, "hashchange", "focus"];
    for (const moment of moments) window.addEventListener(moment, now);
    return () => {
      stopped = true;
      for (const moment of moments) window.removeEventListener(moment, now);
    };
  }, [drafts, login]);
  return known;
}
