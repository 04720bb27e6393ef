import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandOutput,
  S3Client,
} from "@aws-sdk/client-s3";
import { HostUnreachable } from "../target.ts";
import type { S3Keys, S3Settings } from "./settings.ts";
import { isMissing, storeFailure } from "./store-failure.ts";

/** What readers are told with an object. */
export interface ObjectHeaders {
  type: string;
  cacheControl: string;
  /** Where a website endpoint sends the reader instead. */
  redirect?: string;
}

/** Bytes to store: in memory, or a file to be streamed. `hash` is their SHA-256, which the store compares. */
export interface ObjectBody {
  hash: string;
  size: number;
  content: Buffer | { file: string };
}

export interface ListedObject {
  key: string;
  size: number;
  etag: string;
  modified: Date;
}

/** What an object holds, its bytes given as their hash. */
export interface HashedObject extends ObjectHeaders {
  hash: string;
}

/** The only part that talks to the store. Every call retries a few times, then says whether the store refused or is out of reach. */
export interface Buckets {
  /** Resolves with the tag of what was written. */
  put: (bucket: string, key: string, body: ObjectBody, options: PutOptions) => Promise<string>;
  /** Copies inside the store; no bytes travel. */
  copy: (
    from: [bucket: string, key: string],
    to: [bucket: string, key: string],
    headers: ObjectHeaders,
  ) => Promise<void>;
  /** A small object's text and the tag of this version of it. */
  read: (bucket: string, key: string) => Promise<{ text: string; etag: string } | undefined>;
  /** Reads every byte of an object, keeping none. */
  hash: (bucket: string, key: string) => Promise<HashedObject | undefined>;
  list: (bucket: string, prefix: string, delimiter?: string) => AsyncGenerator<ListedObject>;
  remove: (bucket: string, key: string) => Promise<void>;
  close: () => void;
}

export interface PutOptions extends ObjectHeaders {
  /** Only if the object still is the version with this tag; "none": only if there is no such object. */
  onlyIf?: string;
}

/** Attempts of one request, the first included. */
const attempts = 3;

export function openBuckets(host: string, settings: S3Settings, credentials: S3Keys): Buckets {
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    credentials,
    maxAttempts: attempts,
    // Checksums are given with each object; other ones, which stores beside Amazon's refuse, are not added.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: settings.timeout, socketTimeout: settings.timeout },
  });

  async function ask<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw storeFailure(host, what, error);
    }
  }

  const orNone = <Result>(work: () => Promise<Result>) =>
    work().catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });

  const open = (bucket: string, key: string) =>
    orNone(() => client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));

  return {
    put: (bucket, key, body, options) =>
      ask(`${bucket}/${key}`, () =>
        withRetries(host, body, () => client.send(putCommand(bucket, key, body, options))),
      ),
    copy: ([fromBucket, fromKey], [bucket, key], headers) =>
      ask(`${bucket}/${key}`, async () => {
        await client.send(
          new CopyObjectCommand({
            Bucket: bucket,
            Key: key,
            CopySource: `${fromBucket}/${encodeURIComponent(fromKey)}`,
            MetadataDirective: "REPLACE",
            ...sdkHeaders(headers),
          }),
        );
      }),
    read: (bucket, key) =>
      ask(`${bucket}/${key}`, async () => {
        const found = await open(bucket, key);
        return found?.Body && { text: await found.Body.transformToString(), etag: found.ETag ?? "" };
      }),
    hash: (bucket, key) =>
      ask(`${bucket}/${key}`, async () => {
        const found = await open(bucket, key);
        if (!found?.Body) return undefined;
        const hash = createHash("sha256");
        for await (const piece of found.Body as Readable) hash.update(piece as Uint8Array);
        return {
          hash: hash.digest("hex"),
          type: found.ContentType ?? "",
          cacheControl: found.CacheControl ?? "",
          ...(found.WebsiteRedirectLocation ? { redirect: found.WebsiteRedirectLocation } : {}),
        };
      }),
    async *list(bucket, prefix, delimiter) {
      let token: string | undefined;
      do {
        const request = {
          Bucket: bucket,
          Prefix: prefix,
          ...(delimiter ? { Delimiter: delimiter } : {}),
          ...(token ? { ContinuationToken: token } : {}),
        };
        const page = await ask(`the list of ${bucket}`, () => client.send(new ListObjectsV2Command(request)));
        for (const { Key, Size, ETag, LastModified } of page.Contents ?? [])
          yield { key: Key ?? "", size: Size ?? 0, etag: ETag ?? "", modified: LastModified ?? new Date() };
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (token);
    },
    remove: (bucket, key) =>
      ask(`${bucket}/${key}`, async () => {
        await orNone(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
      }),
    close: () => client.destroy(),
  };
}

function putCommand(bucket: string, key: string, { hash, size, content }: ObjectBody, options: PutOptions) {
  const { onlyIf } = options;
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: Buffer.isBuffer(content) ? content : createReadStream(content.file),
    ContentLength: size,
    ChecksumSHA256: Buffer.from(hash, "hex").toString("base64"),
    ...(onlyIf === "none" ? { IfNoneMatch: "*" } : onlyIf ? { IfMatch: onlyIf } : {}),
    ...sdkHeaders(options),
  });
  // The hash is part of what is signed: a store that knows no checksums of objects compares this one.
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers["x-amz-content-sha256"] = hash;
      return next(args);
    },
    { step: "build", name: "knownHash" },
  );
  return command;
}

function sdkHeaders({ type, cacheControl, redirect }: ObjectHeaders) {
  return {
    ContentType: type,
    CacheControl: cacheControl,
    ...(redirect ? { WebsiteRedirectLocation: redirect } : {}),
  };
}

/** The client repeats what it can send again by itself; a stream must be opened anew. */
async function withRetries(
  host: string,
  { content }: ObjectBody,
  send: () => Promise<PutObjectCommandOutput>,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await send()).ETag ?? "";
    } catch (error) {
      const lost = storeFailure(host, "", error) instanceof HostUnreachable;
      if (!lost || Buffer.isBuffer(content) || attempt === attempts) throw error;
    }
  }
}
