import emblem from "../shared/emblem.svg";
import { connectGithub } from "../shared/github.ts";
import { connectNewsroom } from "../shared/newsroom.ts";
import { signedInUser } from "../shared/session.ts";
import { loadSettings } from "../shared/settings.ts";
import { mountBar } from "./bar/mount-bar.tsx";
import { showCompanions } from "./companion-fields.ts";
import { compose } from "./compose.ts";
import { dropBackups } from "./drop-backups.ts";
import { keepDrafts } from "./drafts/keep-drafts.ts";
import { openDraftRecords } from "./drafts/draft-records.ts";
import { ownTab } from "./drafts/own-tab.ts";
import { showHandedIn } from "./decap-status.ts";
import { guardSave } from "./guard-saves.ts";
import { loadDecap } from "./load-decap.ts";
import { vietnamese } from "./locale/locale.ts";
import { cleanPastes } from "./paste.ts";
import { registerPictures } from "./picture-component.ts";
import { sayDates } from "./say-dates.ts";
import { replaceEnglish } from "./leftover-english.ts";
import { plainMessages } from "./plain-messages.ts";
import { registerPreviews } from "./previews/register-previews.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { reloadBetweenEntries } from "./reload-between-entries.ts";
import { tokenRefused, watchRequests } from "./requests.ts";
import { headSites } from "./site-headings.ts";
import { showSitePictures } from "./site-pictures.ts";
import { showErrors } from "./show-errors.ts";
import { prepareUploads } from "./uploads.ts";

try {
  await start();
} catch (error) {
  document.querySelector("#nc-root")?.append(
    Object.assign(document.createElement("p"), {
      className: "start-failure",
      textContent: `Không mở được trang biên tập. ${error instanceof Error ? error.message : ""} Hãy tải lại trang sau ít phút.`,
    }),
  );
}

async function start(): Promise<void> {
  const [{ cms: config, desk }, { cms, store }] = await Promise.all([loadSettings(), loadDecap()]);
  dropBackups();
  watchRequests(desk);
  const [records, tab] = await Promise.all([openDraftRecords(), ownTab()]);
  const drafts = keepDrafts(store, { tab, records, login: () => signedInUser()?.login, page: window });
  const session = {
    token: () => signedInUser()?.token,
    onExpired: () => window.dispatchEvent(new Event(tokenRefused)),
  };
  const github = connectGithub({ ...desk, ...session });
  const newsroom =
    desk.newsroom === undefined ? undefined : connectNewsroom({ root: desk.newsroom, ...session });
  cms.registerLocale("vi", vietnamese);
  cms.registerEventListener({
    name: "preSave",
    handler: async ({ entry }) => {
      refuseSecrets(entry);
      await guardSave(entry, github);
      return compose(entry.get("data"));
    },
  });
  registerPictures(cms);
  registerPreviews(cms, config);
  headSites(document, config);
  prepareUploads(document);
  cleanPastes(document);
  plainMessages(document);
  showErrors(document);
  sayDates(store, document);
  replaceEnglish(document);
  showCompanions(store, document);
  reloadBetweenEntries(window);
  cms.init({ config: { ...config, logo: { src: emblem, show_in_header: false } } });
  mountBar({ desk, github, newsroom, drafts, onHandedIn: (entry) => showHandedIn(store, entry) });
  showSitePictures(document, github);
}
