import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { z } from "zod";
import { shownSize } from "../../content-model/library-files.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import { writeWhole } from "../../foundation/write-whole.ts";
import type { FileText } from "../file-text/file-text.ts";
import { attachmentKind, attachmentLimits } from "../intake/attachment-kind.ts";
import { cleanLine, type ReceivedFile } from "../intake/contribution.ts";

/** What a form brought: its fields, the files that are kept, and those that are not with the reason. */
export interface ReadForm {
  fields: Record<string, string>;
  files: ReceivedFile[];
  refused: { name: string; why: string }[];
}

/** More was sent than is taken at all; nothing new of it is kept. */
export class TooMuch extends Error {}

/** What was sent is no form of ours, or was cut off. */
export class Unreadable extends Error {}

const mostFields = 40;
const longestField = 400_000;
/** A form whose answer does not come through after so long is given up (ms): slow lines need minutes for pictures. */
const patience = 15 * 60_000;

const keptSchema = z.array(z.object({ name: z.string(), path: z.string(), size: z.number() }));

/**
 * Reads a form as it comes, files straight to the disk: what is sent never stands in memory as a whole. They lie in a folder
 * that no other sending uses, not even one of the same form: two presses of a button may come at the same time.
 */
export async function readForm(
  request: Request,
  { folder, textOf }: { folder: string; textOf: FileText },
): Promise<ReadForm> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!request.body || !/^multipart\/form-data\b/i.test(type)) throw new Unreadable();
  if (Number(request.headers.get("Content-Length") ?? 0) > attachmentLimits.all) throw new TooMuch();
  const form: ReadForm = { fields: {}, files: [], refused: [] };
  const streams: BusboyFileStream[] = [];
  /** In the order in which they were sent, whichever is written first. */
  const work: Promise<ReceivedFile | undefined>[] = [];
  const { fields } = form;
  let busboy: BusboyInstance;
  try {
    busboy = new Busboy({
      headers: { "content-type": type },
      limits: {
        fields: mostFields,
        fieldSize: longestField,
        fileSize: attachmentLimits.file,
        files: attachmentLimits.count,
        headerPairs: 20,
      },
    });
  } catch {
    throw new Unreadable();
  }
  busboy.on("field", (name, value) => {
    const before = Object.hasOwn(fields, name) ? `${fields[name] ?? ""},` : "";
    fields[name] = before + value;
  });
  busboy.on("file", (_field, stream, fileName) => {
    streams.push(stream);
    // A field without a file comes as an empty one without a name.
    if (fileName === "") stream.resume();
    else work.push(keepFile(form, stream, { folder, name: shownName(fileName), textOf }));
  });
  busboy.on("filesLimit", () => {
    form.refused.push({
      name: "Các tệp sau",
      why: `mỗi lần gửi tối đa ${String(attachmentLimits.count)} tệp`,
    });
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), upTo(attachmentLimits.all), busboy, {
      signal: AbortSignal.timeout(patience),
    });
    form.files = (await Promise.all(work)).filter((file) => file !== undefined);
  } catch (error) {
    for (const stream of streams) stream.destroy(error as Error);
    await Promise.allSettled(work);
    await rm(folder, { recursive: true, force: true });
    throw error instanceof TooMuch ? error : new Unreadable(undefined, { cause: error });
  }
  if (form.files.length === 0) await rm(folder, { recursive: true, force: true });
  return form;
}

async function keepFile(
  form: ReadForm,
  stream: BusboyFileStream,
  { folder, name, textOf }: { folder: string; name: string; textOf: FileText },
): Promise<ReceivedFile | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, crypto.randomUUID());
  const refuse = async (why: string): Promise<undefined> => {
    form.refused.push({ name, why });
    await rm(path, { force: true });
  };
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (stream.truncated) return refuse(`nặng quá ${shownSize(attachmentLimits.file)}`);
  const bytes = await readFile(path);
  const kind = attachmentKind(bytes);
  if ("refused" in kind) return refuse(kind.refused);
  if (findSecrecyMark((await textOf(bytes)) ?? ""))
    return refuse("có dấu độ mật; tài liệu mật không gửi qua mạng");
  return { name, path, size: bytes.length };
}

/** The files of earlier tries with the same form that its sender still wants. `list` is where they were written down. */
export async function keptFiles({ fields }: Pick<ReadForm, "fields">, list: string): Promise<ReceivedFile[]> {
  const wanted = new Set((fields["keep"] ?? "").split(","));
  return (await listedFiles(list)).filter((_, index) => wanted.has(String(index)));
}

/** Adds them to what came now, as many as are taken. */
export async function joinKept(form: ReadForm, kept: readonly ReceivedFile[]): Promise<void> {
  const room = Math.max(0, attachmentLimits.count - kept.length);
  for (const { name, path } of form.files.slice(room)) {
    form.refused.push({ name, why: `tối đa ${String(attachmentLimits.count)} tệp` });
    await rm(path, { force: true });
  }
  form.files = [...kept, ...form.files.slice(0, room)];
}

/** Writes down what there is for the next try, and removes what its sender took off and no piece needs. */
export async function keepForNextTry(
  { files }: Pick<ReadForm, "files">,
  { list, isNeeded }: { list: string; isNeeded: (path: string) => boolean },
): Promise<void> {
  const before = await listedFiles(list);
  if (files.length > 0) writeWhole(list, JSON.stringify(files), { mode: 0o600, durable: true });
  else await rm(list, { force: true });
  for (const { path } of before)
    if (!files.some((file) => file.path === path) && !isNeeded(path)) await rm(path, { force: true });
}

/** The files that a list names; none where there is no list. */
export async function listedFiles(list: string): Promise<ReceivedFile[]> {
  return keptSchema.parse(JSON.parse(await readFile(list, "utf8").catch(() => "[]")));
}

/** Ends a stream that brings more than so many bytes. */
function upTo(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(new TooMuch());
      else done(null, chunk);
    },
  });
}

/** A file's name as its sender knows it, without a path and of a bounded length. */
function shownName(given: string): string {
  const name = cleanLine(given.split(/[\\/]/).at(-1) ?? "");
  if (name === "") return "tệp";
  return name.length <= 100 ? name : `${name.slice(0, 60)}…${name.slice(-30)}`;
}
