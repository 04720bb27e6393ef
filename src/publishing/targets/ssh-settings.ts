import { z } from "zod";

// These end up in arguments of ssh and in rsync's remote-shell command, which splits at spaces: nothing that could be read as
// an option, a list or a pattern.
const file = z.string().regex(/^\/[\w./@+-]+$/, "an absolute path of letters, digits and . _ - + @");

/** How a host is reached over SSH; what it does with the key is said on the host, in `authorized_keys`. */
export const sshSettingsSchema = z.strictObject({
  /** Its name or address. */
  host: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/),
  port: z.number().int().min(1).max(65_535).default(22),
  user: z.string().regex(/^[a-z_][a-z0-9_.-]*$/i),
  /** The publisher's private key for this host. */
  keyFile: file,
  /** The host's public key, as `ssh-keyscan` prints it and someone compared it; no other is believed. */
  knownHostsFile: file,
});

export type SshSettings = z.output<typeof sshSettingsSchema>;
