import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DeskSettings, DeskSite } from "../../src/editorial/cms-config.ts";
import type { Github } from "../shared/github.ts";
import type { Newsroom } from "../shared/newsroom.ts";
import type { SignedInUser } from "../shared/session.ts";

/** What every part of the page works with. */
export interface Desk {
  settings: DeskSettings;
  github: Github;
  /** Undefined where no newsroom answers and all is asked of the forge. */
  newsroom: Newsroom | undefined;
  user: SignedInUser;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk at which the signed-in person works. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of DeskContext");
  return desk;
}

export function siteOf(settings: DeskSettings, id: string | undefined): DeskSite | undefined {
  return settings.sites.find((site) => site.id === id);
}
