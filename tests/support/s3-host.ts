import { onTestFinished } from "vitest";
import { pathOf, placeOf } from "../../src/publishing/bucket-host/keys.ts";
import type { Target } from "../../src/publishing/target.ts";
import { s3Target } from "../../src/publishing/targets/s3.ts";
import { anS3Server, testKeys, type S3Server } from "./s3-server/s3-server.ts";
import type { HostSettings, TestHost } from "./targets.ts";

const sites = { tinh: "cong-tinh", "so-y-te": "cong-so-y-te" };

export interface S3Host extends TestHost {
  store: S3Server;
  bucket: (name: "depot" | keyof typeof sites) => Map<string, unknown>;
  /** The same host, reached with other settings or another environment. */
  open: (settings?: object, environment?: Record<string, string>) => Target;
}

/** A host in a store of its own, with a bucket for the site `tinh` and one for `so-y-te`. */
export async function anS3Host({ name, signersFile }: HostSettings): Promise<S3Host> {
  const store = await anS3Server(["cong-depot", ...Object.values(sites)]);
  const environment = {
    CONG_S3_ACCESS_KEY_ID: testKeys.accessKeyId,
    CONG_S3_SECRET_ACCESS_KEY: testKeys.secretAccessKey,
  };
  const settings = { endpoint: store.endpoint, depot: "cong-depot", sites, timeout: 5_000 };
  const open: S3Host["open"] = (more = {}, other = {}) => {
    const target = s3Target(
      name,
      { ...settings, ...more },
      { signersFile, environment: { ...environment, ...other } },
    );
    onTestFinished(() => target.close());
    return target;
  };
  const locate = (path: string) => {
    const place = placeOf(path);
    if (!place) throw new Error(`${path} is served from no bucket`);
    return { bucket: store.buckets.get(sites[(place.site ?? "tinh") as keyof typeof sites]), key: place.key };
  };
  return {
    store,
    open,
    target: open(),
    reopen: () => open(),
    bucket: (which) => store.buckets.get(which === "depot" ? "cong-depot" : sites[which]) ?? new Map(),
    read(path) {
      const { bucket, key } = locate(path);
      return Promise.resolve(bucket?.get(key)?.data.toString());
    },
    damage(path) {
      const { bucket, key } = locate(path);
      const object = bucket?.get(key);
      if (!object) throw new Error(`${pathOf("tinh", key)} is not there`);
      const data = Buffer.from(object.data);
      const middle = Math.floor(data.byteLength / 2);
      data.writeUInt8(data.readUInt8(middle) ^ 1, middle);
      // Someone else with the store's keys wrote it: the store's tag is that of the new bytes.
      bucket?.set(key, { ...object, data, etag: `"${middle}"` });
      return Promise.resolve();
    },
    addExtra(path) {
      const { bucket, key } = locate(path);
      bucket?.set(key, { data: Buffer.from("thừa"), etag: '"x"', modified: new Date(), headers: {} });
      return Promise.resolve();
    },
  };
}
