import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";

const bucket = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name");
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "the name of an environment variable");

/** How an S3-compatible store is reached and which buckets it has for us. The keys themselves come from the environment. */
export const s3SettingsSchema = z
  .strictObject({
    /** The store's address: https, or http on this machine. */
    endpoint: z.url().refine(isSafe, "https, unless the store is on this machine"),
    region: z.string().default("us-east-1"),
    /** Buckets in the path (`https://store/bucket/…`) and not in the host's name. */
    pathStyle: z.boolean().default(true),
    /** A private bucket: files by their hash, releases, and which of them is live. */
    depot: bucket,
    /** The bucket that each site is served from. */
    sites: z.record(z.string().regex(/^[a-z0-9-]+$/), bucket),
    accessKeyVariable: variable.default("CONG_S3_ACCESS_KEY_ID"),
    secretKeyVariable: variable.default("CONG_S3_SECRET_ACCESS_KEY"),
    /** A connection that is silent for so long is given up, in ms. */
    timeout: z.number().int().positive().default(15_000),
  })
  .refine(
    ({ depot, sites }) => new Set([depot, ...Object.values(sites)]).size === Object.keys(sites).length + 1,
    "each site needs a bucket of its own, and the depot another one",
  );

export type S3Settings = z.output<typeof s3SettingsSchema>;

export interface S3Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The store's keys, from the environment variables that the settings name. */
export function keysFrom(
  host: string,
  { accessKeyVariable, secretKeyVariable }: S3Settings,
  environment: Readonly<Record<string, string | undefined>>,
): S3Keys {
  const [accessKeyId, secretAccessKey] = [environment[accessKeyVariable], environment[secretKeyVariable]];
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  const lacking = accessKeyId ? secretKeyVariable : accessKeyVariable;
  throw new Problem(`${host}: the environment variable ${lacking} is not set.`, {
    remedy: `Start the publisher with ${accessKeyVariable} and ${secretKeyVariable}, the store's keys.`,
  });
}

function isSafe(endpoint: string): boolean {
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (username || password) return false;
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isLoopback);
}
