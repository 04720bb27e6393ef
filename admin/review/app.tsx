import { useEffect, useMemo, useState } from "preact/hooks";
import type { DeskSettings } from "../../src/editorial/cms-config.ts";
import { connectGithub } from "../shared/github.ts";
import { connectNewsroom } from "../shared/newsroom.ts";
import { signedInUser, signOut } from "../shared/session.ts";
import { DeskContext } from "./desk.ts";
import { Header } from "./header.tsx";
import { ImportsPage } from "./imports/imports-page.tsx";
import { DraftPage } from "./opinions/draft-page.tsx";
import { DraftsPage } from "./opinions/drafts-page.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { readRoute, type Route } from "./route.ts";
import { SearchPage } from "./search/search-page.tsx";
import { SignInPage, SignInStrip } from "./sign-in.tsx";
import { SubmissionPage } from "./submission/submission-page.tsx";
import { TakeDownPage } from "./take-down/take-down-page.tsx";

/** The review page: a queue and one submission at a time, for whoever is signed in. */
export function App({ settings }: { settings: DeskSettings }) {
  const [user, setUser] = useState(signedInUser);
  const [expired, setExpired] = useState(false);
  const route = useRoute();
  const { github, newsroom } = useMemo(() => {
    const access = {
      token: () => signedInUser()?.token,
      onExpired: () => {
        setExpired(true);
      },
    };
    return {
      github: connectGithub({ ...settings, ...access }),
      newsroom: settings.newsroom ? connectNewsroom({ root: settings.newsroom, ...access }) : undefined,
    };
  }, [settings]);
  const enter = () => {
    setUser(signedInUser());
    setExpired(false);
  };
  const leave = () => {
    void signOut(settings);
    setUser(undefined);
  };
  if (!user) return <SignInPage settings={settings} onSignedIn={enter} />;
  return (
    <DeskContext.Provider value={{ settings, github, newsroom, user }}>
      <a class="skip" href="#noi-dung" onClick={skipToContent}>
        Đến nội dung
      </a>
      <Header settings={settings} user={user} page={route.page} onLeave={leave} />
      {expired && <SignInStrip settings={settings} onSignedIn={enter} />}
      <main id="noi-dung" class="page" tabIndex={-1}>
        {/* After signing in again the page asks anew, and keeps what was typed. */}
        <CurrentPage route={route} fresh={expired ? "expired" : user.token} />
      </main>
    </DeskContext.Provider>
  );
}

function CurrentPage({ route, fresh }: { route: Route; fresh: string }) {
  if (route.page === "submission") {
    return <SubmissionPage key={route.number} number={route.number} fresh={fresh} />;
  }
  if (route.page === "take-down") return <TakeDownPage fresh={fresh} />;
  if (route.page === "search") return <SearchPage wish={route.wish} fresh={fresh} />;
  if (route.page === "imports") return <ImportsPage fresh={fresh} />;
  if (route.page === "opinions") {
    return route.draft === undefined ? (
      <DraftsPage fresh={fresh} />
    ) : (
      <DraftPage key={route.draft} id={route.draft} fresh={fresh} />
    );
  }
  return <QueuePage tab={route.tab} filter={route.filter} fresh={fresh} />;
}

function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => {
      setHash(location.hash);
      window.scrollTo(0, 0);
    };
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("hashchange", read);
    };
  }, []);
  return useMemo(() => readRoute(hash), [hash]);
}

/** The address after `#` is the route, so that the skip link moves the focus itself. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#noi-dung")?.focus();
}
