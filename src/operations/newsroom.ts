import { join } from "node:path";
import { Hono } from "hono";
import type { Portal } from "../content-model/portal.ts";
import type { Site } from "../content-model/site.ts";
import { inspectMerge } from "../editorial/inspect-merge.ts";
import { markFiles, readMarkFile } from "../editorial/marked-page/files.ts";
import { markPage } from "../editorial/marked-page/mark-page.ts";
import type { Clock } from "../foundation/clock.ts";
import { exists } from "../foundation/exists.ts";
import { createBareRepository } from "../git/create-bare-repository.ts";
import { mainBranch } from "../git/main-branch.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import type { Host } from "../publishing/deploy-release.ts";
import { headersFramedBy } from "../publishing/response-headers.ts";
import { createPreviews } from "../rendering/previews.ts";
import { renderShown } from "../rendering/render-page.ts";
import { adminPages, buildAdminPages } from "./admin-pages.ts";
import { cmsSettings } from "./cms-settings.ts";
import { isDeskOrder, openControl } from "./control.ts";
import { deskQueue } from "./desk/desk-queue.ts";
import { deskRoutes } from "./desk/desk-routes.ts";
import { openDeskSearch } from "./desk/search/desk-search.ts";
import { officeCalendar, watchCalendar } from "./desk/office-calendar.ts";
import { keptSecret, lockDataFolder, openDataFolder, useScratch, type DataFolder } from "./data-folder.ts";
import { provideDemoAccounts, type DemoAccount } from "./demo-accounts.ts";
import { refuseDemoAccounts } from "./accounts/refuse-demo-accounts.ts";
import { connectAsImporter, connectAsNewsroom, openEmbeddedForge, repositoryName } from "./embedded-forge.ts";
import { ldapDirectory } from "./directory/ldap.ts";
import { readLdapSettings } from "./directory/ldap-settings.ts";
import { handbookRoutes } from "./handbook/handbook-routes.ts";
import { deliverToForge } from "./hscv/deliver.ts";
import { sampleHscv } from "./hscv/sample/sample-server.ts";
import { sampleStory } from "./hscv/sample/sample-story.ts";
import { importDesk } from "./hscv/desk-routes.ts";
import { openImportOffice, type ImportOffice } from "./hscv/import-office.ts";
import { createGrowth } from "./growth.ts";
import { followBranches } from "./follow-branches.ts";
import { followEmergencies } from "./follow-emergencies.ts";
import { followForge } from "./follow-forge.ts";
import { followMirrors, readBackups } from "./follow-mirrors.ts";
import { rememberFileText } from "./file-text/file-text.ts";
import { readMailSettings } from "./mail/mail-settings.ts";
import { openMail } from "./mail/open-mail.ts";
import { openPresence } from "./desk/presence.ts";
import { watchLinks } from "./link-check/link-watch.ts";
import { deskIntakePath } from "./intake/desk-routes.ts";
import { readIntakeSettings } from "./intake/intake-settings.ts";
import { dueTimes } from "./notices/due-times.ts";
import { deskOpinionsPath } from "./opinions/desk-routes.ts";
import { openOutside, type Outside } from "./open-outside.ts";
import { openPressRoom } from "./press-room.ts";
import { screenContent } from "./screen-content.ts";
import { takeDownRoutes } from "./take-down/desk-routes.ts";
import { obeyTakeDown } from "./take-down/obey-take-down.ts";
import { openTakeDownOffice } from "./take-down/take-down-office.ts";
import { startPublicHosts } from "./public-hosts.ts";
import { startWebServer, withCanonicalHost } from "./web-server.ts";

export interface NewsroomOptions {
  /** The checkout whose code runs, and whose commit a new repository begins with. */
  checkout: string;
  data: string;
  /** The first port; a taken one moves on. 0: the system chooses them all. */
  firstPort: number;
  /** The address to listen on. */
  address: string;
  clock: Clock;
  log: (line: string) => void;
  /** People sign in with accounts that an operator made: none is made up, and none that was may open. */
  production?: boolean;
  /** Runs the sample of another system beside, from which documents are imported; its story goes on by itself or by hand. */
  sample?: "by-itself" | "by-hand" | undefined;
}

/** A running newsroom and where to reach it. */
export interface Newsroom {
  data: DataFolder;
  origin: string;
  api: string;
  git: string;
  /** The public service: where anybody sends in a piece. */
  publicService: string;
  /** The sample of another system, where one runs. */
  sample: string | undefined;
  hosts: Host[];
  /** The short name of each site, by its id. */
  siteNames: ReadonlyMap<string, string>;
  accounts: DemoAccount[];
  repository: Repository;
  /** Calls back when main gave the newsroom another site or person: addresses and accounts have grown. */
  onGrowth: (listener: () => void) => void;
  stop: () => Promise<void>;
}

/** The public service listens so many ports after the desk: hosts have those between. */
const publicServicePort = 90;

/** And the sample of another system so many. */
const samplePort = 95;

/** Starts everything: repository, forge with CMS and review page, previews, hosts, checks, publication. */
export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { checkout, clock, log, address, production = false } = options;
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const directory = readLdapSettings(process.env);
    const data = await openDataFolder(options.data);
    const lock = lockDataFolder(data);
    closers.push(() => {
      lock.release();
    });
    await useScratch(data);
    const repository = await openContentRepository(checkout, data, log);
    closers.push(() => repository.close());
    const [room, adminFolder] = await Promise.all([
      openPressRoom({ checkout, data, repository, clock, log }),
      buildAdminPages(checkout, log),
    ]);
    closers.push(() => room.close());
    const { compiled, reader, pictures, files } = room;
    const portal = await reader.portal();
    const where = {
      origin: "",
      previews: "",
      primary: undefined as Host | undefined,
      outside: undefined as Outside | undefined,
      origins: (): ReadonlyMap<string, readonly string[]> => new Map(),
      imports: undefined as ImportOffice | undefined,
    };
    const textOf = rememberFileText();
    const inspect = (head: string) =>
      inspectMerge(head, {
        repository,
        textOf,
        load: (tree) => reader.ofTree(tree),
        render: (content, site, path) => renderShown(content, compiled, { site, path }),
        clock,
      });
    const forge = await openEmbeddedForge({
      repository,
      reader,
      inspect,
      screen: screenContent(textOf),
      databaseFile: data.forgeDatabase,
      title: portal.name,
      origin: () => where.origin,
      directory: directory && ldapDirectory(directory),
      clock,
      log,
    });
    closers.push(() => forge.close());
    for (const line of await forge.heal()) log(line);

    const previews = createPreviews({
      compiled,
      pictures,
      files,
      contentWith: (head) => reader.with(head),
      published: () => reader.at(mainBranch),
      marks: {
        page: (before, after) => markPage(before, after, { ...markFiles, framedBy: where.origin }).html,
        file: readMarkFile,
      },
      firstSite: portal.sites[0] ?? "",
      secret: await keptSecret(data, "preview.key"),
      origin: () => where.previews,
      framedBy: () => where.origin,
      headers: headersFramedBy,
    });
    const app = new Hono();
    app.route("/", forge.app);
    const calendar = async () => officeCalendar(repository, await reader.portal(), clock());
    const queue = deskQueue({ forge, repository, reader, calendar });
    const search = openDeskSearch({ file: data.deskSearch, repository, forge, clock, log });
    closers.push(() => search.stop());
    const office = openTakeDownOffice({
      repository,
      content: () => reader.at(mainBranch),
      portal: () => reader.portal(),
      origins: () => where.origins(),
      clock,
    });
    const ownForge = () => ({ api: `${where.origin}/api/v3`, repo: repositoryName });
    app.route(
      "/",
      deskRoutes(forge, {
        queue,
        find: (query) => search.find(query),
        presence: openPresence(clock),
        takeDown: takeDownRoutes(forge, office, ownForge),
      }),
    );
    app.route(
      "/",
      importDesk(forge, () => where.imports),
    );
    app.route(
      "/",
      adminPages(adminFolder, {
        previewOrigin: () => where.previews,
        config: () => cmsSettings(reader, clock, where),
      }),
    );

    app.route(
      "/",
      handbookRoutes(checkout, async () => (await reader.portal()).name),
    );
    for (const path of [deskIntakePath, deskOpinionsPath])
      app.all(
        `${path}/*`,
        (context) => where.outside?.deskRoutes.fetch(context.req.raw) ?? context.notFound(),
      );

    const next = (port: number) => (options.firstPort === 0 ? 0 : port);
    const pages = /^\/(?:$|admin|duyet|dang-nhap|so-tay)/;
    const desk = await startWebServer(
      withCanonicalHost(app, pages, () => where.origin),
      next(options.firstPort),
      address,
    );
    closers.push(() => desk.close());
    where.origin = desk.origin;
    const previewServer = await startWebServer(previews.app, next(desk.port + 1), address);
    closers.push(() => previewServer.close());
    where.previews = previewServer.origin;
    const { sites } = await reader.at(mainBranch);
    const publicHosts = await startPublicHosts({
      data,
      portal,
      domains: new Map([...sites].map(([id, site]) => [id, site.settings.domain])),
      firstPort: next(previewServer.port + 1),
      address,
      log,
    });
    closers.push(publicHosts.stop);
    const { hosts } = publicHosts;
    where.primary = hosts[0];
    where.origins = () => originsBySite(hosts);

    const provideAccounts = (grown: Portal) =>
      production ? Promise.resolve([]) : provideDemoAccounts(grown, forge.accounts, data.accounts);
    if (production) await refuseDemoAccounts(portal, forge.accounts, data.accounts);
    const accounts = await provideAccounts(portal);
    const api = `${desk.origin}/api/v3`;
    const { client, access } = await connectAsNewsroom(forge, api);
    const mail = openMail({
      file: data.mail,
      settings: readMailSettings(process.env),
      portal: async () => (await reader.portal()).name,
      clock,
      log,
    });
    closers.push(() => mail.stop());
    const outside = await openOutside({
      ...{ checkout, data, reader, forge, client, access, mail, clock, log },
      settings: readIntakeSettings(process.env),
      desk: () => where.origin,
      textOf,
      dueTimes: () => dueTimes(queue),
      partsOf: async (head) => (await inspect(head)).parts,
      homeOf: (site) => where.primary?.origins?.get(site),
      serve: (service) => startWebServer(service, next(desk.port + publicServicePort), address),
    });
    closers.push(() => outside.stop());
    where.outside = outside;
    if (production) for (const line of namedForTrial(sites)) log(line);
    const { notices } = outside;
    async function openSample(goes: "by-itself" | "by-hand") {
      const story = sampleStory(clock, { byHand: goes === "by-hand" });
      const server = await startWebServer(sampleHscv(story), next(desk.port + samplePort), "127.0.0.1");
      closers.push(() => server.close());
      return server;
    }
    const siteNames = new Map<string, string>();
    const growth = createGrowth({
      hosts: publicHosts,
      provideAccounts,
      accounts,
      siteNames,
    });
    const follower = await followForge({
      forge,
      reviewer: {
        forge: client,
        inspect,
        portal: () => reader.portal(),
        // A newcomer's laptop asks nobody; an office's newsroom looks after its links.
        links: production ? watchLinks(clock) : undefined,
        previewAddress: (head, path) => previews.addressOf(head, path),
        warmPreview: (head, path) => previews.warm(head, path),
      },
      press: {
        ...room.pressFor(hosts, growth.admit),
        forge: client,
        live: (submission) => {
          notices.published(submission);
        },
      },
      notices,
      tidy: () => room.tidy(hosts),
      log,
    });
    closers.push(() => follower.stop());
    const branches = followBranches({ forge, clock, log });
    closers.push(() => {
      branches.stop();
    });
    const emergencies = followEmergencies({
      forge,
      client,
      repository,
      portal: () => reader.portal(),
      clock,
      log,
    });
    closers.push(() => emergencies.stop());
    const mirrors = await followMirrors({
      forge,
      repository,
      backups: readBackups(process.env),
      state: data.mirrors,
      clock,
      log,
    });
    closers.push(() => mirrors.stop());
    // A newcomer's laptop has no other system to read: a small one runs beside, and its story goes on by the minute.
    const sample = options.sample === undefined ? undefined : await openSample(options.sample);
    const imports = openImportOffice({
      ...{ data, repository, reader, textOf, clock, log },
      sample: sample?.origin,
      sampleByHand: options.sample === "by-hand",
      deliver: deliverToForge(forge, repository, () => connectAsImporter(forge, api)),
      environment: process.env,
    });
    closers.push(() => imports.stop());
    where.imports = imports;
    search.begin();
    const watched = watchCalendar(calendar, clock, log);
    closers.push(() => {
      watched.stop();
    });
    const obeyDesk = obeyTakeDown({ office, accounts: forge.accounts, client, where: ownForge });
    const control = await openControl(data.control, (order) => {
      if (order.order === "import") return imports.obey(order);
      return isDeskOrder(order) ? obeyDesk(order) : follower.obey(order);
    });
    closers.push(() => control.close());
    const git = `${desk.origin}/${repositoryName}.git`;
    await growth.admit(await reader.at(mainBranch));
    await imports.begin();
    const { onGrowth } = growth;
    return {
      data,
      origin: desk.origin,
      publicService: outside.origin,
      sample: sample?.origin,
      api,
      git,
      hosts,
      siteNames,
      accounts,
      repository,
      onGrowth,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Sites whose pages lead to a public service on the reader's own machine, as the sample's do. */
function namedForTrial(sites: ReadonlyMap<string, { settings: Pick<Site, "publicService"> }>): string[] {
  return [...sites].flatMap(([id, { settings }]) =>
    settings.publicService?.startsWith("http://localhost")
      ? [
          `content/sites/${id}/site.yaml names ${settings.publicService} as the public service: readers cannot send comments on drafts until publicService is its public address.`,
        ]
      : [],
  );
}

/** Where each site is reached on every host. */
function originsBySite(hosts: readonly Host[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { origins } of hosts)
    for (const [site, origin] of origins ?? []) found.set(site, [...(found.get(site) ?? []), origin]);
  return found;
}

async function openContentRepository(
  checkout: string,
  data: DataFolder,
  log: (line: string) => void,
): Promise<Repository> {
  if (!(await exists(join(data.repository, "HEAD")))) {
    log("Making the repository from this checkout …");
    await createBareRepository(checkout, data.repository);
  }
  return openRepository(data.repository);
}
