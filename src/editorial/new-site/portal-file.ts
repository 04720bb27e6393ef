import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from "yaml";
import type { Portal } from "../../content-model/portal.ts";
import { personOf } from "../rights.ts";
import type { RoleRequest, SiteRequest } from "./site-request.ts";

/** `content/portal.yaml` with a new site and its roles at the end; comments, order and everything else stay. */
export function portalFileWith(
  text: string,
  { id, name, roles }: Pick<SiteRequest, "id" | "name" | "roles">,
): string {
  const document = parseDocument(text);
  document.addIn(["sites"], id);
  for (const request of roles) grant(document, request, { id, name });
  return document.toString({ lineWidth: 0 });
}

/** What is wrong with the people asked for, compared with those the portal knows. */
export function roleProblems(portal: Portal, roles: readonly RoleRequest[]): string[] {
  const named = new Map<string, string>();
  for (const { login, name } of roles) if (name) named.set(login, named.get(login) ?? name);
  return roles.flatMap(({ role, login, name }) => {
    const known = personOf(portal, login)?.name ?? named.get(login);
    if (known === undefined) {
      return [
        `--${role} ${login}: the portal knows no such person; a new one needs a name, --${role} ${login}:"Tên người".`,
      ];
    }
    if (name !== undefined && name !== known) return [`--${role} ${login}: that is ${known}, not ${name}.`];
    return [];
  });
}

function grant(
  document: Document,
  { role, login, name }: RoleRequest,
  site: { id: string; name: string },
): void {
  const people = document.get("people");
  if (!isSeq(people)) return;
  const person = people.items.filter(isMap).find((item) => item.get("login") === login);
  if (!person) {
    const title = `${role === "editor" ? "Biên tập viên" : "Người duyệt"} ${site.name}`;
    people.add(
      document.createNode({ login, name: name ?? login, title, grants: [{ role, sites: [site.id] }] }),
    );
    return;
  }
  const grants = person.get("grants");
  if (!isSeq(grants)) return;
  // A grant for some sections or kinds alone is left as it is: those of the new site are others.
  const held = grants.items.filter(
    (item): item is YAMLMap =>
      isMap(item) && item.get("role") === role && !item.has("sections") && !item.has("kinds"),
  );
  if (held.some((item) => item.get("sites") === "*")) return;
  const sites = held[0]?.get("sites");
  if (!isSeq(sites)) grants.add(document.createNode({ role, sites: [site.id] }));
  else if (!sites.items.some((item) => String(item) === site.id)) sites.add(document.createNode(site.id));
}
