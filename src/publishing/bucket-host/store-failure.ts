import { Problem } from "../../foundation/problem.ts";
import { HostUnreachable } from "../target.ts";

/** The store refused because the object is not the one that was read before: someone else wrote it meanwhile. */
export class WrittenMeanwhile extends Error {}

/** An error of the S3 client, as far as it matters here. */
interface ClientError extends Error {
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** Tells a store that does not answer from one that refuses. `what` says what was tried; no message holds a key's secret. */
export function storeFailure(host: string, what: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HostUnreachable || error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === undefined) return hasAnswer(error) ? error : new HostUnreachable(host, error);
  if (status === 412 || (status === 409 && error.name === "ConditionalRequestConflict"))
    return new WrittenMeanwhile(`${host}: ${what} was written by someone else meanwhile`, { cause: error });
  if (status === 429 || (status >= 500 && !isUnknownHeader(error))) return new HostUnreachable(host, error);
  return new Problem(`${host}: the store refuses ${what}: ${error.name}: ${error.message}`, {
    remedy: remedies[error.name] ?? remedyFor(status),
    cause: error,
  });
}

export function statusOf(error: unknown): number | undefined {
  return (error as ClientError | undefined)?.$metadata?.httpStatusCode;
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && ["NoSuchKey", "NotFound"].includes(error.name);
}

/** Stores that know no conditional writes say so in these ways. */
export function isUnknownHeader(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotImplemented" || statusOf(error) === 501);
}

/** A mistake of our own program is no failing network. */
function hasAnswer(error: ClientError): boolean {
  return error.code === undefined && (error instanceof TypeError || error instanceof RangeError);
}

const checkKeys =
  "Check the store's keys in the environment and what they may do: read, write, list, delete.";

const remedies: Readonly<Record<string, string>> = {
  NoSuchBucket: "Create the buckets that the host's settings name, then publish again.",
  RequestTimeTooSkewed: "Set the clock of this machine: timedatectl set-ntp true",
  BadDigest: "The bytes changed on their way: publish again.",
  XAmzContentSHA256Mismatch: "The bytes changed on their way: publish again.",
};

function remedyFor(status: number): string {
  return status === 401 || status === 403
    ? checkKeys
    : "Look at the store; what readers see is as it was before.";
}
