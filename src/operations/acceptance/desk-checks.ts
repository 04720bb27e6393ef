import { entryKindNames, entryKinds } from "../../content-model/entry-kinds.ts";
import { z } from "zod";
import { collectionName } from "../../editorial/collection-name.ts";
import type { ExistingPortal } from "../../editorial/new-site/existing-portal.ts";
import { isWithin } from "../../content-model/grant.ts";
import type { Role } from "../../content-model/portal.ts";
import { expectThat, type Check } from "./check.ts";
import { readWhole } from "./read-page.ts";

const configSchema = z.object({
  collections: z.array(z.object({ name: z.string() })),
  cong: z.object({ sites: z.array(z.object({ id: z.string() })) }),
});

const roleWords: Record<Role, string> = { editor: "biên tập", approver: "duyệt", operator: "vận hành" };

/** What editors and approvers must find: the site's collections in the CMS, and people who hold its roles. */
export function deskChecks(
  id: string,
  options: {
    cms: string;
    portal: ExistingPortal["portal"];
    hasAccount: (login: string) => Promise<boolean>;
    year: string;
  },
): Check[] {
  const { cms, portal, hasAccount, year } = options;
  const place = "Trang soạn bài";
  return [
    {
      name: "Mục nội dung trong trang soạn bài",
      place,
      look: async () => {
        const { text } = await readWhole(new URL("config.json", cms).href, "application/json");
        const config = configSchema.parse(JSON.parse(text));
        const names = new Set(config.collections.map(({ name }) => name));
        const wanted = entryKindNames.map((kind) =>
          collectionName({ kind, site: id, ...(entryKinds[kind].yearly ? { year } : {}) }),
        );
        const missing = wanted.filter((name) => !names.has(name));
        expectThat(missing.length === 0, `thiếu ${missing.join(", ")}`);
        expectThat(
          config.cong.sites.some((site) => site.id === id),
          "trang chưa có trong danh sách trang",
        );
        return wanted.join(", ");
      },
    },
    {
      name: "Vai trò và tài khoản",
      place,
      look: async () => {
        const found: string[] = [];
        for (const role of ["editor", "approver", "operator"] as const) {
          const holders = portal.people.filter(({ grants }) =>
            // An approver of some sections or kinds alone does not answer for the site.
            grants.some((grant) => grant.role === role && isWithin({ sites: [id] }, grant)),
          );
          expectThat(holders.length > 0, `chưa có người ${roleWords[role]}`);
          for (const { login } of holders) expectThat(await hasAccount(login), `${login} chưa có tài khoản`);
          found.push(
            `${roleWords[role]}: ${holders.map(({ name, login }) => `${name} (${login})`).join(", ")}`,
          );
        }
        return found.join("; ");
      },
    },
  ];
}
