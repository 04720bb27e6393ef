import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { nginxFiles } from "../src/operations/nginx-files.ts";
import { Misused, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run nginx-config -- --out DIR [options]

  Writes the nginx configuration of a host that serves releases: every site of the content under its own host name.

  --out DIR             where the files are written, to be copied to the host
  --host NAME           the host's name, shown in the files (default primary)
  --root DIR            the host's folder that releases are put into (default /srv/cong/portal)
  --installed-in DIR    where the files will lie on the host (default /etc/nginx)
  --listen ADDRESS      nginx's listen without TLS; repeat (default 80 and [::]:80)
  --certificate FILE    with TLS: the certificate; {domain} stands for the site's host name
  --key FILE            its key
  --tls-listen ADDRESS  nginx's listen with TLS; repeat (default 443 and [::]:443)
  --include FILE        nginx file with further TLS settings, included in every site; repeat
  --access-log FILE     or off (default /var/log/nginx/cong.log)
  --no-redirect-module  nginx has no JavaScript module there: addresses that have moved answer 404
  --content DIR         the folder that holds content/ (default this checkout)`;

const text = (value: string) => ({ type: "string", default: value }) as const;
const several = (...values: string[]) => ({ type: "string", multiple: true, default: values }) as const;
const options = {
  out: { type: "string" },
  host: text("primary"),
  root: text("/srv/cong/portal"),
  "installed-in": text("/etc/nginx"),
  listen: several("80", "[::]:80"),
  "tls-listen": several("443", "[::]:443"),
  certificate: { type: "string" },
  key: { type: "string" },
  include: several(),
  "access-log": text("/var/log/nginx/cong.log"),
  "no-redirect-module": { type: "boolean", default: false },
  content: { type: "string" },
} as const;

await runCommand({ usage, options }, async ({ values, checkout }) => {
  if (values.out === undefined) throw new Misused();
  const content = await loadContent(folderSource(resolve(values.content ?? checkout)), new Date());
  const files = nginxFiles(content, {
    ...values,
    certificate: values.certificate,
    key: values.key,
    tlsListen: values["tls-listen"],
    installedIn: values["installed-in"],
    accessLog: values["access-log"],
    readsRedirects: !values["no-redirect-module"],
  });
  const out = resolve(values.out);
  for (const [name, file] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), file);
  }
  console.log(
    [
      [...files.keys()].map((name) => join(out, name)).join("\n"),
      "",
      `On the host: copy them into ${values["installed-in"]}, then`,
      ...(values["no-redirect-module"] ? [] : ["  apt-get install libnginx-mod-http-js"]),
      "  nginx -t && systemctl reload nginx",
      "Once: later releases need no reload. A new site, another host name or certificate: write the files again.",
    ].join("\n"),
  );
});
