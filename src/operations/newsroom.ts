import { stat } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { admit } from "../editorial/admission.ts";
import { cmsConfig } from "../editorial/cms-config.ts";
import { connectForge, type ForgeClient } from "../editorial/forge-client.ts";
import { inspectMerge } from "../editorial/review-submission.ts";
import { permissionsOf } from "../editorial/rights.ts";
import { createForge, type Forge } from "../forge/forge.ts";
import type { Clock } from "../foundation/clock.ts";
import { createBareRepository } from "../git/create-bare-repository.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { folderTarget } from "../publishing/folder-target.ts";
import { openLedger, type Ledger } from "../publishing/ledger.ts";
import { openObjectStore } from "../publishing/object-store.ts";
import { headersFramedBy } from "../publishing/response-headers.ts";
import type { PublicHost } from "../publishing/verify.ts";
import { compileSite, type CompiledSite } from "../rendering/compile.ts";
import { openPictureStore, type PictureStore } from "../rendering/pictures.ts";
import { createPreviews, type Previews } from "../rendering/previews.ts";
import { closeSearchIndexer } from "../rendering/search-index.ts";
import { adminPages, buildAdminPages } from "./admin-pages.ts";
import { readContent, type ContentReader } from "./content-reader.ts";
import { keptSecret, lockDataFolder, openDataFolder, type DataFolder } from "./data-folder.ts";
import { provideDemoAccounts, type DemoAccount } from "./demo-accounts.ts";
import { followForge, type Follower } from "./follow-forge.ts";
import { startHost, type HostProcess } from "./host-process.ts";
import { listenFrom } from "./listen.ts";

/** Owner and name of the repository in the embedded forge's addresses. */
const fullName = { owner: "song-may", repo: "cong" };

/** The account in whose name checks and publications are reported. */
const bot = { login: "toa-soan", name: "Tòa soạn", email: "toa-soan@cong.invalid", bot: true };
const botPermissions = { pull: true, push: true, maintain: false, admin: false };

const hostNames = ["primary", "standby"] as const;

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
}

/** A running newsroom and where to reach it. */
export interface Newsroom {
  data: DataFolder;
  origin: string;
  api: string;
  git: string;
  hosts: PublicHost[];
  accounts: DemoAccount[];
  repository: Repository;
  /** Resolves when all checks and publications under way are done. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts everything: repository, forge with CMS and review page, previews, hosts, checks, publication. */
export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { checkout, clock, log, address } = options;
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const data = await openDataFolder(options.data);
    const lock = await lockDataFolder(data);
    closers.push(lock.release);

    const repository = await openContentRepository(checkout, data, log);
    closers.push(() => repository.close());
    const [compiled, adminFolder] = await Promise.all([
      compileSite(checkout, log),
      buildAdminPages(checkout, log),
    ]);

    const reader = readContent(repository, clock);
    const portal = await reader.portal();
    const pictures = openPictureStore(
      data.pictures,
      async ({ oid }) => (await repository.readObject(oid)).data,
    );
    const port = (offset: number) => (options.firstPort === 0 ? 0 : options.firstPort + offset);

    const origins = { newsroom: "", previews: "" };
    const forge = await openForge(data, repository, reader, clock, log, () => origins.newsroom, portal.name);
    closers.push(() => forge.close());
    for (const line of await forge.heal()) log(line);
    const previews = await openPreviews(data, reader, compiled, pictures, origins);
    let hosts: PublicHost[] = [];
    const pages = adminPages(adminFolder, {
      previewOrigin: () => origins.previews,
      config: () => cmsSettings(reader, clock, origins.newsroom, hosts[0]),
    });

    const app = new Hono();
    app.route("/", forge.app);
    app.route("/", pages);
    const forgeServer = serve(withCanonicalHost(app, () => origins.newsroom));
    closers.push(() => closeServer(forgeServer));
    const newsroomPort = await listenFrom(forgeServer, port(0), address);
    origins.newsroom = originOf(address, newsroomPort);
    const previewServer = serve(previews.app);
    closers.push(() => closeServer(previewServer));
    const previewPort = await listenFrom(previewServer, port(0) === 0 ? 0 : newsroomPort + 1, address);
    origins.previews = originOf(address, previewPort);

    const started = await startHosts(data, portal.sites, port(0) === 0 ? 0 : previewPort + 1, address, log);
    hosts = started.hosts;
    closers.push(...started.processes.map((host) => () => host.stop()));

    const accounts = await provideDemoAccounts(portal, forge.accounts, data.accounts);
    const api = `${origins.newsroom}/api/v3`;
    const client = await connectAsNewsroom(forge, api);

    const ledger = openLedger(data.ledger);
    closers.push(() => {
      ledger.close();
    });
    closers.push(() => closeSearchIndexer());
    const follower = await follow({
      data,
      repository,
      reader,
      compiled,
      pictures,
      previews,
      forge,
      client,
      ledger,
      hosts,
      clock,
      log,
    });
    closers.push(() => follower.stop());

    return {
      data,
      origin: origins.newsroom,
      api,
      git: `${origins.newsroom}/${fullName.owner}/${fullName.repo}.git`,
      hosts,
      accounts,
      repository,
      idle: () => follower.idle(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The name of the repository as GitHub writes it. */
export const repositoryName = `${fullName.owner}/${fullName.repo}` as const;

async function openContentRepository(
  checkout: string,
  data: DataFolder,
  log: (line: string) => void,
): Promise<Repository> {
  const isThere = await stat(join(data.repository, "HEAD")).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    log("Making the repository from this checkout …");
    await createBareRepository(checkout, data.repository);
  }
  return openRepository(data.repository);
}

function openForge(
  data: DataFolder,
  repository: Repository,
  reader: ContentReader,
  clock: Clock,
  log: (line: string) => void,
  origin: () => string,
  title: string,
): Promise<Forge> {
  return createForge({
    repository,
    databaseFile: data.forgeDatabase,
    fullName,
    origin,
    clock,
    log,
    title,
    permissions: async (login) =>
      login === bot.login ? botPermissions : permissionsOf(await reader.portal(), login),
    pageOf: (number) => `${origin()}/duyet/#/bai/${number}`,
    policy: async ({ head, files, writers, approvals, mergedBy }) => {
      const { findings } = await inspectMerge(repository, head);
      const paths = files.map((file) => file.path);
      return admit({ head, paths, writers, approvals, mergedBy }, await reader.portal(), findings);
    },
  });
}

async function openPreviews(
  data: DataFolder,
  reader: ContentReader,
  compiled: CompiledSite,
  pictures: PictureStore,
  origins: { newsroom: string; previews: string },
): Promise<Previews> {
  return createPreviews({
    compiled,
    pictures,
    contentWith: (head) => reader.with(head),
    secret: await keptSecret(data, "preview.key"),
    origin: () => origins.previews,
    framedBy: () => origins.newsroom,
    headers: headersFramedBy,
  });
}

async function cmsSettings(
  reader: ContentReader,
  clock: Clock,
  origin: string,
  primary: PublicHost | undefined,
): Promise<unknown> {
  const content = await reader.at("main");
  return cmsConfig({
    portal: content.portal,
    sites: new Map([...content.sites].map(([id, site]) => [id, site.settings])),
    years: (id) => [...new Set(content.sites.get(id)?.news.map((entry) => entry.year))].sort().reverse(),
    origin,
    repo: repositoryName,
    addressOf: (site) => primary?.origins.get(site),
    currentYear: clock().toLocaleDateString("sv-SE", { timeZone: content.portal.timeZone }).slice(0, 4),
  });
}

async function startHosts(
  data: DataFolder,
  sites: readonly string[],
  firstPort: number,
  address: string,
  log: (line: string) => void,
): Promise<{ hosts: PublicHost[]; processes: HostProcess[] }> {
  const hosts: PublicHost[] = [];
  const processes: HostProcess[] = [];
  let next = firstPort;
  for (const name of hostNames) {
    const ended = () => log(`The host ${name} has stopped unasked; start the newsroom again.`);
    const host = await startHost({ name, folder: data.host(name), address, firstPort: next, sites, ended });
    processes.push(host);
    hosts.push({
      name,
      origins: new Map([...host.ports].map(([site, port]) => [site, originOf(address, port)])),
    });
    next = firstPort === 0 ? 0 : Math.max(...host.ports.values()) + 1;
  }
  return { hosts, processes };
}

async function connectAsNewsroom(forge: Forge, api: string): Promise<ForgeClient> {
  if (!forge.accounts.find(bot.login)) await forge.accounts.create(bot);
  for (const { id } of forge.accounts.tokens(bot.login)) forge.accounts.revoke(id);
  const token = forge.accounts.issueToken(bot.login, { note: "tòa soạn", expiresInDays: 365 });
  return connectForge({ api, token, ...fullName });
}

interface Parts {
  data: DataFolder;
  repository: Repository;
  reader: ContentReader;
  compiled: CompiledSite;
  pictures: PictureStore;
  previews: Previews;
  forge: Forge;
  client: ForgeClient;
  ledger: Ledger;
  hosts: PublicHost[];
  clock: Clock;
  log: (line: string) => void;
}

function follow(parts: Parts): Promise<Follower> {
  const { data, repository, reader, compiled, pictures, previews, forge, client, ledger, hosts, clock, log } =
    parts;
  return followForge({
    forge,
    reviewer: { repository, forge: client, preview: (head, path) => previews.open(head, path) },
    press: {
      repository,
      forge: client,
      contentAt: (commit) => reader.at(commit),
      rendering: { compiled, pictures, searchCache: data.searchCache },
      store: openObjectStore(join(data.releases, "objects")),
      targets: hostNames.map((name) => folderTarget(name, data.host(name))),
      hosts,
      ledger,
      clock,
    },
    log,
  });
}

/** Pages open on their one origin, so that sign-in and its exact origins hold however the address was typed. */
function withCanonicalHost(app: Hono, origin: () => string): Hono {
  const outer = new Hono();
  outer.use(async (context, next) => {
    const url = new URL(context.req.url);
    const isPage = context.req.method === "GET" && /^\/(?:$|admin|duyet|dang-nhap)/.test(url.pathname);
    if (isPage && context.req.header("host") !== new URL(origin()).host) {
      return context.redirect(origin() + url.pathname + url.search);
    }
    return next();
  });
  outer.route("/", app);
  return outer;
}

function serve(app: Hono): Server {
  return createAdaptorServer({ fetch: app.fetch }) as Server;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => {
      done();
    });
  });
  server.closeAllConnections();
  await closed;
}

function originOf(address: string, port: number): string {
  const host =
    address === "0.0.0.0" || address === "::"
      ? "127.0.0.1"
      : address.includes(":")
        ? `[${address}]`
        : address;
  return `http://${host}:${port}`;
}
