import { z } from "zod";
import { readContentPath, type ContentPath } from "./content-path.ts";
import { entryKindNames, entryKinds } from "./entry-kinds.ts";

/** What a person does: editors write, approvers answer for content, operators for settings and code. */
const roleSchema = z.enum(["editor", "approver", "operator"]);
export type Role = z.infer<typeof roleSchema>;

const kindFolders = entryKindNames.map((kind) => entryKinds[kind].folder);

/** A part of the content. Without sections and kinds, everything of its sites; with them, what lies in any of them. */
const scopeFields = {
  /** Site ids; `"*"`: all of them. */
  sites: z.union([z.literal("*"), z.array(z.string()).min(1)]),
  /** Sections of the news, by their ids in `site.yaml`. */
  sections: z.array(z.string()).min(1).optional(),
  /** Kinds of entries, by their folder: `calendar`, `documents`, `news` … */
  kinds: z.array(z.enum(kindFolders)).min(1).optional(),
};

export const scopeSchema = z.strictObject(scopeFields);
export type Scope = z.infer<typeof scopeSchema>;

/** What an approver may do beyond approving. */
const powerFields = {
  /** Gives the second approval where a submission needs two: the head above the first approver. */
  higher: z.boolean().optional(),
  /** May publish alone in an emergency, with a written reason, and be approved afterwards. */
  emergency: z.boolean().optional(),
};

/** A part of the content with the powers over it that one approver hands to another. */
export const delegatedSchema = z.strictObject({ ...scopeFields, ...powerFields });
export type Delegated = z.infer<typeof delegatedSchema>;

/** One role held for some sites, by an approver also for some of their sections or kinds of entries alone. */
export const grantSchema = z
  .strictObject({ role: roleSchema, ...scopeFields, ...powerFields })
  .superRefine(({ role, sections, kinds, higher, emergency }, context) => {
    if (role === "approver") return;
    for (const [key, value] of Object.entries({ sections, kinds, higher, emergency }))
      if (value !== undefined)
        context.addIssue({
          code: "custom",
          path: [key],
          message: `«${key}» chỉ dùng cho người duyệt (approver)`,
        });
  });
export type Grant = z.infer<typeof grantSchema>;

/** A file of the content as far as rights depend on it. */
export interface Placed {
  path: string;
  /** Of an article: every section that it stands in, before and after a change; none while that is unknown. */
  sections?: readonly string[] | undefined;
}

/** Whether all that may be known of a file lies within a scope: of an article that changes its section, both. */
export function covers(scope: Scope, file: Placed): boolean {
  const place = readContentPath(file.path);
  if (!isOfSites(scope, place)) return false;
  if (!scope.sections && !scope.kinds) return true;
  if (isOfKinds(scope, place)) return true;
  const { sections = [] } = file;
  return place.kind === "news" && sections.length > 0 && sections.every((id) => scope.sections?.includes(id));
}

/** Whether a file has anything to do with a scope: of an article that changes its section, either. */
export function touches(scope: Scope, file: Placed): boolean {
  const place = readContentPath(file.path);
  if (!isOfSites(scope, place)) return false;
  if (!scope.sections && !scope.kinds) return true;
  return isOfKinds(scope, place) || (file.sections ?? []).some((id) => scope.sections?.includes(id));
}

/** Whether one scope lies wholly within another. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  const sites =
    outer.sites === "*" || (inner.sites !== "*" && inner.sites.every((site) => outer.sites.includes(site)));
  if (!sites) return false;
  if (!outer.sections && !outer.kinds) return true;
  if (!inner.sections && !inner.kinds) return false;
  const allNews = outer.kinds?.includes("news") ?? false;
  return (
    (inner.kinds ?? []).every((kind) => outer.kinds?.includes(kind)) &&
    (inner.sections ?? []).every((id) => allNews || outer.sections?.includes(id))
  );
}

function isOfSites({ sites }: Scope, place: ContentPath): boolean {
  return "site" in place && (sites === "*" || sites.includes(place.site));
}

function isOfKinds({ kinds }: Scope, place: ContentPath): boolean {
  return "slug" in place && (kinds?.includes(entryKinds[place.kind].folder) ?? false);
}
