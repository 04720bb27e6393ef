import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import type { Client, Entry } from "ldapts";
import type { Directory } from "../../forge/forge.ts";
import type { LdapSettings } from "./ldap-settings.ts";

/** How long the directory may take to answer (ms): somebody waits at the sign-in window. */
const patience = 5000;

/**
 * The office's LDAP directory: who is it (a search), and is the password right (a bind as the entry found). The library is
 * loaded with the first question.
 */
export function ldapDirectory(settings: LdapSettings): Directory {
  return async (login, password) => {
    const { Client: LdapClient, EqualityFilter, InvalidCredentialsError } = await import("ldapts");
    const client = new LdapClient({
      url: settings.url,
      timeout: patience,
      connectTimeout: patience,
      // Given these, the library speaks TLS from the first byte, which a server at ldap:// does not.
      ...(settings.url.startsWith("ldaps:") ? { tlsOptions: tlsOf(settings) } : {}),
    });
    try {
      if (settings.startTls) await client.startTLS(tlsOf(settings));
      if (settings.bind) await client.bind(settings.bind.dn, settings.bind.password);
      const filter = settings.filter.replaceAll("{login}", () => EqualityFilter.escape(login));
      const person = await onlyOne(client, settings, filter);
      if (!person) return undefined;
      try {
        await client.bind(person.dn, password);
      } catch (error) {
        if (error instanceof InvalidCredentialsError) return undefined;
        throw error;
      }
      return {
        name: textOf(person, settings.nameAttribute) ?? login,
        email: textOf(person, settings.emailAttribute) ?? `${login}@directory.invalid`,
      };
    } finally {
      await client.unbind().catch(() => undefined);
    }
  };
}

/** The one entry that fits; where two do, nobody can say who it is. */
async function onlyOne(client: Client, settings: LdapSettings, filter: string): Promise<Entry | undefined> {
  const { searchEntries } = await client.search(settings.base, {
    scope: "sub",
    filter,
    sizeLimit: 2,
    attributes: [settings.nameAttribute, settings.emailAttribute],
  });
  return searchEntries.length === 1 ? searchEntries[0] : undefined;
}

function textOf(entry: Entry, attribute: string): string | undefined {
  const [value] = [entry[attribute]].flat();
  return typeof value === "string" && value !== "" ? value : undefined;
}

function tlsOf({ url, ca }: LdapSettings) {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    minVersion: "TLSv1.2" as const,
    host,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca ? { ca: [...rootCertificates, ca] } : {}),
  };
}
