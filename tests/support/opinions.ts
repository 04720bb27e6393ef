import { onTestFinished } from "vitest";
import type { Consultation } from "../../src/content-model/consultation.ts";
import { portalSchema } from "../../src/content-model/portal.ts";
import type { ConsultationEntry } from "../../src/content-store/consultations.ts";
import { openOpinionStore, type OpinionStore } from "../../src/operations/opinions/opinion-store.ts";
import { publicService } from "../../src/operations/public-service/public-service.ts";
import { aSiteContent } from "./content.ts";

const origin = "https://gui-bai.songmay.gov.vn";

/** The public service with one draft, `tinh/2026/via-he`, and nothing else that works. */
export interface OpinionForm {
  now: Date;
  opinions: OpinionStore;
  get: (path: string) => Promise<Response>;
  post: (path: string, body: FormData, from: string) => Promise<Response>;
  /** A form that was given out just now. */
  token: () => Promise<string>;
}

export function anOpinionForm(data: Consultation, at: string): OpinionForm {
  const world = { now: new Date(at) };
  const clock = () => world.now;
  const opinions = openOpinionStore(":memory:", clock);
  onTestFinished(() => {
    opinions.close();
  });
  const entry: ConsultationEntry = {
    ...{ file: "content/sites/tinh/consultations/2026/via-he.md", oid: "0", slug: "via-he", year: "2026" },
    ...{ data, media: [], record: undefined },
  };
  const site = aSiteContent({ entries: { consultation: [entry] } });
  const people = [
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "van-hanh", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ];
  const portal = portalSchema.parse({
    ...{ name: "Cổng tỉnh Sông Mây", timeZone: "Asia/Ho_Chi_Minh", sites: ["tinh"], people },
  });
  const nothing = () => undefined;
  const app = publicService({
    intake: { receive: nothing, answer: nothing } as never,
    store: { byKey: nothing, byCode: nothing, byNumber: nothing, files: () => [], needs: () => false },
    ...{ opinions, clock, folder: "", textOf: nothing as never, secret: Buffer.alloc(32, 7) },
    origin: () => origin,
    content: () => Promise.resolve({ portal, sites: new Map([["tinh", site]]) }),
    homeOf: () => "https://songmay.gov.vn",
    titleOf: () => Promise.resolve(""),
    nameOf: () => Promise.resolve(""),
    style: { portal: "", page: "", emblem: "", fonts: new Map() } as never,
    ...{ behindProxy: false, keptDays: 90, byMail: false, limits: { soonest: 0 }, log: nothing },
  });
  const get = (path: string) => Promise.resolve(app.request(path));
  return Object.assign(world, {
    opinions,
    get,
    post: (path: string, body: FormData, from: string) =>
      Promise.resolve(
        app.request(path, { method: "POST", body, headers: { Origin: from, "Content-Length": "1000" } }),
      ),
    token: async () =>
      /name="phieu" value="([^"]+)"/.exec(await (await get("/gop-y/tinh/2026/via-he")).text())?.[1] ?? "",
  });
}

/** Sends a comment as a browser does, by a form given out just before unless one is named. */
export async function sendOpinion(
  world: OpinionForm,
  values: Readonly<Record<string, string>>,
  token?: string,
  from = origin,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  form.set("phieu", token ?? (await world.token()));
  return world.post("/gop-y/tinh/2026/via-he", form, from);
}
