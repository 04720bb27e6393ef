import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { accessForge, readFromMain, type ForgeAccess } from "../src/editorial/forge-access.ts";
import { readExistingPortal } from "../src/editorial/new-site/existing-portal.ts";
import { planSite, type SitePlan } from "../src/editorial/new-site/plan-site.ts";
import { readRole, type SiteRequest } from "../src/editorial/new-site/site-request.ts";
import { openSubmission } from "../src/editorial/open-submission.ts";
import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { dataOption, Misused, runCommand } from "../src/operations/run-command.ts";
import { accountOf, readRunningNewsroom } from "../src/operations/running-newsroom.ts";
import { writeSite } from "../src/operations/write-site.ts";

const usage = `npm run new-site -- ID --name "Sở Y tế" --address "…" --phone "…" [options]

  Makes a component site: settings, first pages, its place and roles in content/portal.yaml.

  --name N --address A --phone P          needed
  --domain D  --email E  --authority A  --tagline T  --office O  --responsible R
  --primary #rrggbb  --accent #rrggbb     colours; must be readable on white
  --section "Tên"                         repeat for each; a usual set if left out
  --editor LOGIN[:"Tên"]                  repeat; a name for people the portal does not know yet
  --approver LOGIN[:"Tên"]                repeat

Where it goes:
  (nothing)                               into this checkout's content/
  --newsroom [--data DIR] [--as LOGIN]    a submission to the newsroom running here (default .cong, its first editor)
  --submit API --repo OWNER/NAME --token-file F
                                          a submission to a forge, e.g. https://api.github.com`;

const text = { type: "string" } as const;
const many = { type: "string", multiple: true, default: [] as string[] } as const;
const flag = { type: "boolean", default: false } as const;

const options = {
  ...{ name: text, address: text, phone: text, domain: text, email: text, authority: text, tagline: text },
  ...{ office: text, responsible: text, primary: text, accent: text },
  ...{ section: many, editor: many, approver: many },
  ...{ newsroom: flag, as: text, submit: text, repo: text, "token-file": text },
  ...dataOption,
} as const;

await runCommand({ usage, options, takesOperands: true, composed: true }, async (asked) => {
  const { values, operands, checkout, data } = asked;
  const [id = "", ...others] = operands;
  if (id === "" || others.length > 0) throw new Misused();
  const request: SiteRequest = {
    ...values,
    id,
    name: values.name ?? "",
    sections: values.section,
    roles: [
      ...values.editor.map((role) => readRole("editor", role)),
      ...values.approver.map((role) => readRole("approver", role)),
    ],
  };
  const access = await chosenForge(values, data);
  if (access) {
    const plan = await planSite(
      request,
      await readExistingPortal((path) => readFromMain(access, path)),
      systemClock(),
    );
    const { number, url } = await openSubmission(access, submissionOf(plan));
    console.log(`Submission ${number} is open for an operator's approval: ${url}`);
    console.log(`Once it is merged and published: npm run accept-site -- ${id}`);
    return;
  }
  const readHere = (path: string) => readFile(join(checkout, path), "utf8").catch(() => undefined);
  const plan = await planSite(request, await readExistingPortal(readHere), systemClock());
  await writeSite(checkout, plan);
  console.log(nextCommands(plan));
});

async function chosenForge(
  options: {
    newsroom: boolean;
    as?: string | undefined;
    submit?: string | undefined;
    repo?: string | undefined;
    "token-file"?: string | undefined;
  },
  data: string,
): Promise<ForgeAccess | undefined> {
  if (options.newsroom) {
    const newsroom = await readRunningNewsroom(data);
    const { token } = accountOf(newsroom, { login: options.as, role: "editor" });
    return accessForge(newsroom.forge.api, newsroom.forge.repo, token);
  }
  if (options.submit === undefined) return undefined;
  const { repo, "token-file": file } = options;
  if (!repo || !file) {
    throw new Problem("--submit needs --repo OWNER/NAME and --token-file FILE.", {
      remedy: "Put a token that may push branches into a file that only you can read.",
    });
  }
  return accessForge(options.submit, repo, (await readFile(file, "utf8")).trim());
}

function submissionOf({ id, settings, files }: SitePlan) {
  return {
    branch: `trang-moi/${id}`,
    title: `Thêm trang ${settings.shortName}`,
    body: [
      `Trang thành phần mới **${settings.name}** (${settings.domain}).`,
      "",
      ...files.map(({ path }) => `- \`${path}\``),
      "",
      "Cần người vận hành duyệt. Trang lên mạng ở lần xuất bản kế tiếp sau khi nhập.",
    ].join("\n"),
    files,
  };
}

function nextCommands({ id, settings }: SitePlan): string {
  return [
    `content/sites/${id} and its place in content/portal.yaml are written. Look at them, then submit:`,
    "",
    `  git switch -c trang-moi/${id}`,
    `  git add content/sites/${id} content/portal.yaml`,
    `  git commit -m "Thêm trang ${settings.shortName}"`,
    `  git push origin trang-moi/${id}`,
    "",
    "Open a pull request for the branch and let an operator approve it. Once it is published:",
    "",
    `  npm run accept-site -- ${id}`,
  ].join("\n");
}
