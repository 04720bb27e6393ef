import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { nginxConfig, type NginxHost } from "../../src/publishing/serving/nginx-config.ts";
import { aFolder } from "./folder.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

const module = "/usr/lib/nginx/modules/ngx_http_js_module.so";
const installed = () => existsSync("/usr/sbin/nginx") && existsSync(module);

/** Debian's nginx with its JavaScript module, installed if that can be done here. Returns why it is missing, if it is. */
export function provideNginx(): string | undefined {
  if (installed()) return undefined;
  if (spawnSync("apt-get", ["--version"]).status !== 0) return "nginx is missing, and there is no apt-get";
  if (process.getuid?.() !== 0) return "nginx is missing: sudo apt-get install -y nginx libnginx-mod-http-js";
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "nginx-light", "libnginx-mod-http-js");
  return installed() ? undefined : "nginx could not be installed with apt-get";
}

/** A running nginx. */
export interface RunningNginx {
  origin: string;
  port: number;
  errors: () => Promise<string>;
}

/** Starts nginx with the generated configuration on a free port of 127.0.0.1; ended when the test has finished. */
export async function startNginx(
  options: Pick<NginxHost, "folder" | "sites"> & Partial<NginxHost>,
): Promise<RunningNginx> {
  const home = await aFolder();
  const port = await freePort();
  const host = {
    name: "test",
    listen: [`127.0.0.1:${port}`],
    installedIn: home,
    accessLog: join(home, "access.log"),
    readsRedirects: true,
    ...options,
  };
  await writeConfig(home, host);
  const child = spawn("/usr/sbin/nginx", ["-p", home, "-c", join(home, "nginx.conf")], { stdio: "inherit" });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  await until("nginx to answer", () =>
    child.exitCode === null ? fetch(origin).catch(() => undefined) : Promise.reject(new Error("nginx ended")),
  );
  return { origin, port, errors: () => readFile(join(home, "error.log"), "utf8") };
}

/** Writes a whole nginx set-up into a folder and lets nginx check it; throws with nginx's words if it is not right. */
export async function writeConfig(home: string, host: NginxHost): Promise<void> {
  for (const [name, text] of nginxConfig(host)) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), text);
  }
  await writeFile(join(home, "nginx.conf"), mainConfig(home, host.readsRedirects));
  const check = spawnSync("/usr/sbin/nginx", ["-t", "-p", home, "-c", join(home, "nginx.conf")], {
    encoding: "utf8",
  });
  if (check.status !== 0) throw new Error(`nginx -t: ${check.stderr}`);
}

/** What Debian's nginx.conf holds, with every path in one folder. */
function mainConfig(home: string, loadsModule: boolean): string {
  return `${loadsModule ? `load_module ${module};` : ""}
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log warn;
events { worker_connections 512; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  gzip on;
  sendfile on;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home}/${name};`).join(" ")}
  include ${home}/conf.d/*.conf;
}
`;
}

/** Makes a certificate of nobody's, for a day. */
export function makeCertificate(certificate: string, key: string): void {
  const subject = [
    "-subj",
    "/CN=test",
    "-addext",
    "subjectAltName=IP:127.0.0.1",
    "-days",
    "1",
    "-nodes",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
  ];
  const made = spawnSync("openssl", ["req", "-x509", ...subject, "-keyout", key, "-out", certificate]);
  if (made.status !== 0) throw new Error(`openssl: ${String(made.stderr)}`);
}
