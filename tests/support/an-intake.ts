import { join } from "node:path";
import { onTestFinished } from "vitest";
import { portalSchema } from "../../src/content-model/portal.ts";
import { siteSchema } from "../../src/content-model/site.ts";
import { accessForge } from "../../src/editorial/forge-access.ts";
import { connectForge } from "../../src/editorial/forge-client.ts";
import { readFileText } from "../../src/operations/file-text/file-text.ts";
import { intakeDesk } from "../../src/operations/intake/desk-routes.ts";
import { openIntake, type Intake } from "../../src/operations/intake/intake.ts";
import { openIntakeStore, type Answer, type IntakeStore } from "../../src/operations/intake/intake-store.ts";
import { virusScan } from "../../src/operations/intake/virus-scan.ts";
import { openOutbox, type Outbox } from "../../src/operations/mail/outbox.ts";
import { publicService, type PublicLimits } from "../../src/operations/public-service/public-service.ts";
import { readStyle } from "../../src/operations/public-service/style.ts";
import { startWebServer } from "../../src/operations/web-server.ts";
import { aForge, type TestForge } from "./a-forge.ts";
import { aFolder } from "./a-repository.ts";

const checkout = join(import.meta.dirname, "../..");

/** The portal of the tests: an editor and an approver of everything, and an editor of another site. */
export const intakePortal = portalSchema.parse({
  name: "Cổng tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh", "so-y-te"],
  people: [
    { login: "bien-tap", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    { login: "bien-tap-2", name: "Hải Đăng", grants: [{ role: "editor", sites: ["so-y-te"] }] },
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "doc-gia", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ],
});

const site = (name: string) => ({
  settings: siteSchema.parse({
    ...{ kind: "province", name, shortName: name, domain: "songmay.gov.vn" },
    theme: { primary: "#9c1c1f", accent: "#b8860b" },
    sections: [{ id: "kinh-te", name: "Kinh tế" }],
    menu: [],
    contact: {
      ...{ office: "Văn phòng", address: "Số 1", phone: "0299 3 800 100", responsible: "Chánh Văn phòng" },
      email: "cong@songmay.gov.vn",
    },
  }),
});

/** What takes in pieces from outside, over a real forge and on a real port. */
export interface TestIntake {
  forge: TestForge;
  store: IntakeStore;
  outbox: Outbox;
  intake: Intake;
  /** Where the public service listens. */
  origin: string;
  /** The folder of what came in. */
  folder: string;
  corrections: { number: number; answer: Answer }[];
  logged: string[];
  /** A request to the desk, in somebody's name. */
  desk: (login: keyof TestForge["tokens"] | null, path: string, body?: unknown) => Promise<Response>;
  /** Ends it as a kill would, without finishing anything, and starts it anew on the same data. */
  restart: () => Promise<TestIntake>;
}

export async function anIntake(
  options: { scan?: string; limits?: Partial<PublicLimits>; forge?: TestForge; data?: string } = {},
): Promise<TestIntake> {
  const forge = options.forge ?? (await aForge({ policy: () => Promise.resolve({ admitted: true }) }));
  if (!options.forge) await forge.listen();
  const data = options.data ?? (await aFolder());
  const folder = join(data, "intake");
  const clock = () => forge.clock.now;
  const store = openIntakeStore(join(data, "intake.db"), clock);
  const outbox = openOutbox(join(data, "mail.db"), { clock, gatherFor: 0 });
  const api = `${forge.origin()}/api/v3`;
  const token = forge.tokens.robot;
  const where = { origin: "" };
  const corrections: TestIntake["corrections"] = [];
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const secret = Buffer.alloc(32, 7);
  const client = connectForge({ api, token, owner: "tinh", repo: "cong" });
  const intake = await openIntake({
    ...{ store, folder, client, secret, clock, log },
    forge: forge.forge,
    access: accessForge(api, "tinh/cong", token),
    mail: { outbox, by: new Set(["mail"]) },
    scan: virusScan(options.scan),
    textOf: readFileText,
    origin: () => where.origin,
    addressOf: (login) => ({ name: login, address: `${login}@example.vn` }),
    correctionAsked: (number, answer) => {
      corrections.push({ number, answer });
      return Promise.resolve();
    },
    retention: 90 * 86_400_000,
  });
  const first = site("Cổng thông tin điện tử tỉnh Sông Mây");
  const sites = new Map([
    ["tinh", first],
    ["so-y-te", site("Sở Y tế tỉnh Sông Mây")],
  ]);
  const app = publicService({
    ...{ intake, store, folder, secret, clock, log },
    origin: () => where.origin,
    content: () => Promise.resolve({ portal: intakePortal, sites }),
    homeOf: () => "http://127.0.0.1:4302",
    titleOf: async (number) => (await client.submission(number)).title,
    nameOf: (login) => Promise.resolve(login),
    style: await readStyle(checkout, () => Promise.resolve(first.settings)),
    textOf: readFileText,
    behindProxy: true,
    byMail: true,
    keptDays: 90,
    limits: { soonest: 0, ...options.limits },
  });
  const server = await startWebServer(app, 0, "127.0.0.1");
  where.origin = server.origin;
  intake.start();
  const deskApp = intakeDesk({
    accounts: forge.forge.accounts,
    portal: () => Promise.resolve(intakePortal),
    store,
    intake,
  });
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    await server.close();
    await intake.stop();
    store.close();
    outbox.close();
  };
  onTestFinished(end);
  return {
    ...{ forge, store, outbox, intake, folder, corrections, logged },
    origin: where.origin,
    desk: async (login, path, body) =>
      deskApp.request(`/desk/contributions${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: login === null ? {} : { Authorization: `token ${forge.tokens[login]}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async restart() {
      await end();
      return anIntake({ ...options, forge, data });
    },
  };
}

/** A form as a browser sends it. */
export async function sendForm(
  origin: string,
  changes: Record<string, string> = {},
  files: readonly { name: string; bytes: Uint8Array }[] = [],
  headers: Record<string, string> = {},
): Promise<Response> {
  const values: Record<string, string> = {
    phieu: changes["phieu"] ?? (await freshTicket(origin)),
    site: "tinh",
    title: "Đoàn viên phường Bến Quế trồng 500 cây ven sông",
    text: "Sáng 15/11, hơn 60 đoàn viên phường Bến Quế trồng 500 cây bần dọc bờ sông Mây.\nPhường giao chi đoàn chăm sóc cây.",
    name: "Phạm Hồng Thắm",
    penName: "Hồng Thắm",
    unit: "Đoàn phường Bến Quế",
    email: "hong.tham@example.com",
    phone: "0299 3 800 123",
    consent: "yes",
    website: "",
    ...changes,
  };
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  for (const { name, bytes } of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
  return fetch(`${origin}/gui-bai`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin, ...headers },
    body,
  });
}

export async function freshTicket(origin: string): Promise<string> {
  const page = await (await fetch(`${origin}/gui-bai`)).text();
  return /name="phieu" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

/** The number of the receipt that an answer leads to. */
export function codeIn(response: Response): string {
  const code = /\/bien-nhan\/([^?]+)/.exec(response.headers.get("Location") ?? "")?.[1];
  if (code === undefined) throw new Error(`Expected a receipt, but got ${String(response.status)}.`);
  return code;
}
