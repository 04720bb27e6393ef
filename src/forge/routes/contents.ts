import { Hono, type Context } from "hono";
import type { TreeEntry } from "../../git/repository.ts";
import type { Addresses } from "../addresses.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { notFound } from "../refusal.ts";
import { revisionOf } from "../revision.ts";

/** Files and folders by their path. */
export function contentRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/", (c) => show(forge, c, ""))
    .get("/:path{.+}", (c) => show(forge, c, c.req.param("path").replace(/^\/+|\/+$/g, "")));
  return routes;
}

async function show(forge: ForgeContext, c: Context<ForgeEnv>, path: string): Promise<Response> {
  const { repository } = forge;
  const at = forge.addresses();
  const ref = c.req.query("ref") ?? "main";
  const commit = await revisionOf(forge, ref);
  const object = commit && (await repository.inspect(path === "" ? `${commit}^{tree}` : `${commit}:${path}`));
  if (!commit || !object) throw notFound();

  if (object.type === "tree") {
    const entries = await repository.listTree(commit, { path });
    return c.json(entries.map((entry) => describe(at, ref, entry)));
  }
  const { data } = await repository.readObject(object.oid);
  if (/application\/vnd\.github(\.v3)?\.raw/.test(c.req.header("Accept") ?? "")) {
    // Never as what it claims to be: this is the origin of the CMS and its tokens.
    c.header("Content-Security-Policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(data), 200, { "Content-Type": "application/octet-stream" });
  }
  const entry: TreeEntry = { path, mode: "100644", type: "blob", oid: object.oid, size: data.length };
  return c.json({ ...describe(at, ref, entry), content: data.toString("base64"), encoding: "base64" });
}

function describe(at: Addresses, ref: string, { path, type, oid, size }: TreeEntry) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const self = `${at.repository}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${at.repository}/git/${type}s/${oid}`;
  const html = `${at.web}/${type}/${encodeURIComponent(ref)}/${encoded}`;
  return {
    type: type === "tree" ? "dir" : type === "commit" ? "submodule" : "file",
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    sha: oid,
    size: size ?? 0,
    url: self,
    git_url: git,
    html_url: html,
    download_url: null,
    _links: { self, git, html },
  };
}
