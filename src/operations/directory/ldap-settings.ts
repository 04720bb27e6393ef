import { readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";

/** How the office's LDAP directory is asked. */
export interface LdapSettings {
  /** `ldaps://…`, or `ldap://…`, which is secured by StartTLS before anything is said. */
  url: string;
  startTls: boolean;
  /** PEM certificates that the server's must go back to, besides the system's own. */
  ca: string | undefined;
  /** Who looks people up; without it the directory is searched without a name. */
  bind: { dn: string; password: string } | undefined;
  /** Below which entry people are. */
  base: string;
  /** Which entry is a person's; `{login}` stands for the login. */
  filter: string;
  nameAttribute: string;
  emailAttribute: string;
}

const variables = z.object({
  CONG_LDAP_URL: z.url({ protocol: /^ldaps?$/ }),
  CONG_LDAP_BASE: z.string().min(1),
  CONG_LDAP_FILTER: z.string().includes("{login}").default("(uid={login})"),
  CONG_LDAP_BIND_DN: z.string().min(1).optional(),
  CONG_LDAP_BIND_PASSWORD: z.string().min(1).optional(),
  CONG_LDAP_NAME: z.string().default("cn"),
  CONG_LDAP_EMAIL: z.string().default("mail"),
  CONG_LDAP_CA: z.string().optional(),
  CONG_LDAP_UNENCRYPTED: z.literal("loopback").optional(),
});

/** Reads the settings from the environment; undefined where no directory is named. All faults are told together. */
export function readLdapSettings(environment: NodeJS.ProcessEnv): LdapSettings | undefined {
  if (!environment["CONG_LDAP_URL"]) return undefined;
  const read = variables.safeParse(environment);
  if (!read.success)
    throw new Problem(
      read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"),
      { remedy: "Set these variables as docs/accounts.md says, or leave CONG_LDAP_URL out." },
    );
  const given = read.data;
  const { protocol, hostname } = new URL(given.CONG_LDAP_URL);
  const isHere = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
  const plain = given.CONG_LDAP_UNENCRYPTED !== undefined;
  if (plain && !isHere)
    throw new Problem("CONG_LDAP_UNENCRYPTED: passwords may go unencrypted to this very machine only.", {
      remedy: "Use ldaps://, or ldap:// with StartTLS, which is the default.",
    });
  const [dn, password] = [given.CONG_LDAP_BIND_DN, given.CONG_LDAP_BIND_PASSWORD];
  if ((dn === undefined) !== (password === undefined))
    throw new Problem("CONG_LDAP_BIND_DN and CONG_LDAP_BIND_PASSWORD belong together.", {
      remedy: "Set both, or neither to search without a name.",
    });
  return {
    url: given.CONG_LDAP_URL,
    startTls: protocol === "ldap:" && !plain,
    ca: given.CONG_LDAP_CA === undefined ? undefined : readFileSync(given.CONG_LDAP_CA, "utf8"),
    bind: dn === undefined || password === undefined ? undefined : { dn, password },
    base: given.CONG_LDAP_BASE,
    filter: given.CONG_LDAP_FILTER,
    nameAttribute: given.CONG_LDAP_NAME,
    emailAttribute: given.CONG_LDAP_EMAIL,
  };
}
