import { bucketHost } from "../bucket-host/bucket-host.ts";
import { openBuckets } from "../bucket-host/buckets.ts";
import { keysFrom, s3SettingsSchema } from "../bucket-host/settings.ts";
import { signatureHolds } from "../sign-manifest.ts";
import type { Target } from "../target.ts";

/** What a host in an object store needs beside the settings of `s3SettingsSchema`. */
export interface S3Surroundings {
  /** Names the keys whose releases count. */
  signersFile: string;
  /** Where the store's keys are, under the names that the settings give. */
  environment: Readonly<Record<string, string | undefined>>;
  keep?: number;
}

/** A host whose sites lie in buckets of an S3-compatible store. Loads the store's client, which nothing else needs. */
export function s3Target(
  name: string,
  settings: unknown,
  { signersFile, environment, keep = 6 }: S3Surroundings,
): Target & { tidy: () => Promise<void>; close: () => Promise<void> } {
  const parsed = s3SettingsSchema.parse(settings);
  const buckets = openBuckets(name, parsed, keysFrom(name, parsed, environment));
  const { depot, sites } = parsed;
  const verify = (text: string, signature: string) => signatureHolds(text, signature, signersFile);
  return {
    ...bucketHost(name, { buckets, depot, sites, verify, keep }),
    close() {
      buckets.close();
      return Promise.resolve();
    },
  };
}
