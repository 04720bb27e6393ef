import { isAbsolute } from "node:path";
import type { Content } from "../content-store/content.ts";
import { Problem } from "../foundation/problem.ts";
import { nginxConfig } from "../publishing/serving/nginx-config.ts";

/** What an operator says of a host that nginx serves; paths are those of that host. */
export interface NginxRequest {
  host: string;
  /** The host's folder, into which releases are put. */
  root: string;
  listen: readonly string[];
  certificate: string | undefined;
  key: string | undefined;
  tlsListen: readonly string[];
  include: readonly string[];
  accessLog: string;
  installedIn: string;
  readsRedirects: boolean;
}

const listenPattern = /^(?:\d{1,3}(?:\.\d{1,3}){3}:|\[[0-9a-f:]+\]:|\*:)?\d{1,5}$/;

/** The nginx files of a host, with every site of the content. Throws with all that is wrong in the request. */
export function nginxFiles(content: Content, request: NginxRequest): Map<string, string> {
  const { certificate, key, root, installedIn, include, accessLog } = request;
  const wrong: string[] = [];
  if (!/^[a-z0-9-]+$/.test(request.host))
    wrong.push(`--host ${request.host}: letters a-z, digits and dashes only`);
  for (const [option, path] of [
    ["--root", root],
    ["--installed-in", installedIn],
    ["--certificate", certificate],
    ["--key", key],
    ...(accessLog === "off" ? [] : [["--access-log", accessLog]]),
    ...include.map((file) => ["--include", file]),
  ] as [string, string | undefined][]) {
    if (path !== undefined && !(isAbsolute(path) && /^[\w./@{}+-]+$/.test(path)))
      wrong.push(`${option} ${path}: an absolute path of letters, digits and . _ - + @ / is needed`);
  }
  for (const address of [...request.listen, ...request.tlsListen])
    if (!listenPattern.test(address))
      wrong.push(`--listen ${address}: an address and port such as 80 or 10.0.0.5:80`);
  if ((certificate === undefined) !== (key === undefined)) wrong.push("--certificate and --key go together");
  if (wrong.length > 0) {
    throw new Problem(
      `The nginx configuration was not written:\n${wrong.map((line) => `  ${line}`).join("\n")}`,
      {
        remedy: "Correct these options; npm run nginx-config -- --help lists them.",
      },
    );
  }
  return nginxConfig({
    name: request.host,
    folder: root,
    sites: [...content.sites].map(([id, { settings }]) => ({ id, domain: settings.domain })),
    listen: request.listen,
    ...(certificate !== undefined && key !== undefined
      ? { tls: { listen: request.tlsListen, certificate, key, include } }
      : {}),
    installedIn,
    accessLog,
    readsRedirects: request.readsRedirects,
  });
}
