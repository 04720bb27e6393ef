import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { readCollectionName, type EntryPlace } from "../../../src/editorial/collection-name.ts";
import emblem from "../../shared/emblem.svg?url";
import type { Github } from "../../shared/github.ts";
import type { Newsroom } from "../../shared/newsroom.ts";
import type { DraftKeeper } from "../drafts/keep-drafts.ts";
import { readPlace } from "../place.ts";
import { ForgeAwayLine } from "./forge-away-line.tsx";
import { Beginning } from "./beginning.tsx";
import { BroughtInLine } from "./brought-in-line.tsx";
import { DraftOffers } from "./draft-offers.tsx";
import { OwnWorkLine } from "./own-work-line.tsx";
import { RefusedSaveLine } from "./refused-save.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { SubmissionLine } from "./submission-line.tsx";
import { useHash } from "./use-hash.ts";
import { useSession } from "./use-session.ts";

export interface BarProps {
  desk: DeskSettings;
  github: Github;
  /** None where no newsroom answers beside the forge. */
  newsroom: Newsroom | undefined;
  drafts: DraftKeeper;
  /** Lets the CMS know that an entry is handed in. */
  onHandedIn: (entry: EntryPlace) => void;
}

/** The bar above the CMS: where one is, where else one may go, who one is, and how far the open entry is. */
export function Bar({ desk, github, newsroom, drafts, onHandedIn }: BarProps) {
  const hash = useHash();
  const place = readPlace(hash);
  const { user, refused } = useSession(desk);
  const site = desk.sites.find(({ id }) => id === readCollectionName(place?.collection ?? "")?.site);
  const shown = site ?? desk.sites[0];
  const atForm = place !== undefined && place.kind !== "list";
  return (
    <header class="bar">
      <div class="bar-top">
        <a class="bar-brand" href="#/">
          <img src={emblem} alt="" width="24" height="24" />
          <span>Cổng</span>
          <span class="bar-portal">{desk.name}</span>
        </a>
        <nav aria-label="Các trang làm việc">
          <a href="/admin/" aria-current="page">
            Biên tập
          </a>
          <a href="/duyet/">Trang duyệt bài</a>
          {desk.newsroom && <a href="/duyet/#/tim-bai">Tìm bài</a>}
          {desk.handbook && (
            <a href={desk.handbook} target="_blank" rel="noopener">
              Sổ tay
            </a>
          )}
          {shown && (
            <a class="wide-only" href={shown.address} target="_blank" rel="noopener" title={shown.name}>
              Xem trang chính
            </a>
          )}
        </nav>
        {user && (
          <a
            class="bar-user"
            href={`${desk.signIn}?doi-mat-khau`}
            target="_blank"
            rel="noopener"
            title="Đổi mật khẩu"
          >
            {user.name ?? user.login}
          </a>
        )}
      </div>
      {user && <ForgeAwayLine />}
      {user && refused && <SignInAgain desk={desk} />}
      {user && <RefusedSaveLine />}
      {user && <BroughtInLine />}
      {user && !refused && atForm && (
        <Beginning key={hash} hash={hash} github={github} newsroom={newsroom} drafts={drafts} />
      )}
      {user && <DraftOffers desk={desk} place={place} drafts={drafts} login={user.login} />}
      {user && !refused && !atForm && newsroom && <OwnWorkLine newsroom={newsroom} login={user.login} />}
      {user && !refused && atForm && (
        <SubmissionLine
          key={JSON.stringify(place)}
          place={place}
          github={github}
          login={user.login}
          desk={desk}
          drafts={drafts}
          onHandedIn={onHandedIn}
        />
      )}
    </header>
  );
}
