import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { Problem } from "../../../foundation/problem.ts";

/** A mailbox on a mail server. */
export interface ImapSettings {
  host: string;
  port: number;
  user: string;
  password: string;
  /** The folder whose messages are taken in. */
  folder: string;
  /** Where they go then; without it they stay and count as read. */
  done: string | undefined;
  /**
   * `always`: TLS from the first byte; `first`: by STARTTLS before anything is said; `offered`: that, if the server can, for a
   * server on this very machine.
   */
  encryption: "always" | "first" | "offered";
  /** PEM certificates that the server's must go back to, besides the system's own. */
  ca: string | undefined;
}

/** What `CONG_IMAP_URL` (`imaps://user:password@host/FOLDER`), `CONG_IMAP_DONE` and `CONG_IMAP_CA` say. */
export function imapSettings(
  address: string,
  { done, ca }: { done?: string | undefined; ca?: string | undefined },
): ImapSettings {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  if (!host || !user || !password)
    throw new Problem("CONG_IMAP_URL names no host, or nobody with a password.", {
      remedy: "Write it as imaps://USER:PASSWORD@HOST/INBOX, with %40 for an @ in the user's name.",
    });
  const isHere = host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
  const encryption = url.protocol === "imaps:" ? "always" : isHere ? "offered" : "first";
  return {
    ...{ host, user, password, done, encryption },
    port: url.port === "" ? (encryption === "always" ? 993 : 143) : Number(url.port),
    folder: decodeURIComponent(url.pathname.replace(/^\//, "")) || "INBOX",
    ca: ca === undefined ? undefined : readFileSync(ca, "utf8"),
  };
}

/** What Node's TLS is told for it. */
export const tlsFor = ({ host, ca }: ImapSettings) => ({
  minVersion: "TLSv1.2" as const,
  ...(isIP(host) ? {} : { servername: host }),
  ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
});
