import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { openImportOffice, type ImportOffice } from "../../src/operations/hscv/import-office.ts";
import { deliverToForge } from "../../src/operations/hscv/deliver.ts";
import { readFileText } from "../../src/operations/file-text/file-text.ts";
import type { Run } from "../../src/hscv-import/import-store.ts";
import { connectAsImporter } from "../../src/operations/embedded-forge.ts";
import { anApprovingForge, type ApprovingForge } from "./an-approving-forge.ts";
import { aFolder } from "./a-repository.ts";
import { parse } from "yaml";
import { portalSchema } from "../../src/content-model/portal.ts";

const root = new URL("../../", import.meta.url);

/** A portal with one source, and the folder into which its files are put. */
export interface AnImport extends ApprovingForge {
  office: ImportOffice;
  /** Puts the source's one file there, whole. */
  feed: (text: string | Uint8Array, name?: string) => Promise<void>;
  folder: string;
  run: (wish?: { anew?: boolean; allowVanishing?: boolean }) => Promise<Run>;
  /** The text of a file on main. */
  onMain: (path: string) => Promise<string | undefined>;
  main: () => Promise<string>;
}

export async function anImport(
  source: Record<string, unknown> = {},
  options: { profiles?: Record<string, string>; sample?: string; files?: Record<string, string> } = {},
): Promise<AnImport> {
  const folder = await aFolder();
  const profiles: Record<string, string> = { ...options.files };
  for (const name of ["danh-sach-van-ban", "danh-sach-ho-so", "edxml", "tin-rss"]) {
    const path = `content/profiles/${name}.yaml`;
    profiles[path] = await readFile(new URL(path, root), "utf8");
  }
  const where = source["addresses"] === undefined ? { folder } : {};
  const forge = await anApprovingForge(
    {
      sources: [
        {
          id: "hscv",
          name: "Hệ thống HSCV thử",
          profile: "danh-sach-van-ban",
          site: "tinh",
          ...where,
          ...source,
        },
      ],
    },
    { ...profiles, ...options.profiles },
  );
  const data = await openDataFolder(await aFolder());
  const office = openImportOffice({
    data,
    repository: forge.repository,
    reader: {
      portal: async () =>
        portalSchema.parse(
          parse((await forge.repository.readFile("main", "content/portal.yaml"))?.toString() ?? ""),
        ),
    },
    textOf: readFileText,
    deliver: deliverToForge(forge.forge, forge.repository, async () =>
      connectAsImporter(forge.forge, await forge.listen()),
    ),
    sample: options.sample,
    environment: { HSCV_TOKEN: "bí-mật".normalize("NFKD").replace(/[^a-z-]/g, "") },
    clock: () => forge.clock.now,
    log: () => undefined,
  });
  onTestFinished(() => office.stop());
  return {
    ...forge,
    office,
    folder,
    async feed(text, name = "van-ban.xml") {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    },
    async run({ anew = false, allowVanishing = false } = {}) {
      await office.obey({ source: "hscv", anew, allowVanishing });
      const [run] = office.store.runs();
      if (!run) throw new Error("Nothing ran.");
      return run;
    },
    onMain: async (path) => (await forge.repository.readFile("main", path))?.toString("utf8"),
    main: async () => (await forge.repository.resolve("main")) ?? "",
  };
}

/** One document of a flat list, with other fields where told; an empty one is left out. */
export function aRecord(changes: Record<string, string> = {}, inside = ""): string {
  const fields = {
    SoKyHieu: "45/KH-UBND",
    LoaiVanBan: "Kế hoạch",
    CoQuanBanHanh: "Ủy ban nhân dân tỉnh Sông Mây",
    TrichYeu: "Triển khai tháng hành động vì môi trường nông thôn năm 2026",
    NgayBanHanh: "12/10/2026",
    NguoiKy: "Trần Văn Bình",
    ChucVuNguoiKy: "Phó Chủ tịch",
    ...changes,
  };
  const said = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `    <${name}>${value}</${name}>`);
  return `  <VanBan>\n${said.join("\n")}\n${inside}  </VanBan>\n`;
}

export const aFeed = (records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<DanhSach>\n${records.join("")}</DanhSach>\n`;

/** So many documents, each with its number. */
export const records = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) =>
    aRecord({
      Id: `kh-${String(from + index)}`,
      SoKyHieu: `${String(from + index)}/KH-UBND`,
      TrichYeu: `Kế hoạch công tác số ${String(from + index)} của tỉnh năm 2026`,
    }),
  );
