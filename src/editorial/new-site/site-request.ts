/** What an operator says about a site to be made; everything left out is derived from the name and the province portal. */
export interface SiteRequest {
  /** Its folder and its name in addresses of the CMS: `so-y-te`. */
  id: string;
  /** `Sở Y tế`; the province's name is added for the full one. */
  name: string;
  authority?: string | undefined;
  tagline?: string | undefined;
  domain?: string | undefined;
  primary?: string | undefined;
  accent?: string | undefined;
  /** Names of sections; a usual set for a department if none is given. */
  sections: readonly string[];
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  office?: string | undefined;
  responsible?: string | undefined;
  roles: readonly RoleRequest[];
}

/** Someone to hold a role for the new site; the name is needed for a person whom the portal does not know yet. */
export interface RoleRequest {
  role: "editor" | "approver";
  login: string;
  name?: string | undefined;
}

/** Reads `login` or `login:Tên người`, as given to `--editor` and `--approver`. */
export function readRole(role: RoleRequest["role"], text: string): RoleRequest {
  const colon = text.indexOf(":");
  if (colon < 0) return { role, login: text.trim() };
  return { role, login: text.slice(0, colon).trim(), name: text.slice(colon + 1).trim() };
}
