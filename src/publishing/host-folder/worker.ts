import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { openHostFolder } from "./host-folder.ts";
import { answerRequest, type AnswerLine, type RequestLine } from "./serve-requests.ts";

// A host's folder of this machine, in a thread of its own: linking and hashing thousands of files holds up nobody else.

/** What the thread is started with. */
export interface HostWorkerData {
  folder: string;
  signersFile: string;
  keep?: number;
}

/** A file to bring in. */
export interface IncomingFile {
  hash: string;
  from: string;
}

const settings = workerData as HostWorkerData;
const folder = openHostFolder(settings.folder, settings);

let last = Promise.resolve();
parentPort?.on("message", (request: RequestLine) => {
  last = last.then(async () => parentPort?.postMessage(await answer(request)));
});

async function answer(request: RequestLine): Promise<AnswerLine> {
  if (request.operation !== "copyIn") return answerRequest(folder, request);
  try {
    copyIn(request.args[0] as IncomingFile[]);
    return { id: request.id };
  } catch (error) {
    return { id: request.id, problem: { message: (error as Error).message } };
  }
}

function copyIn(files: readonly IncomingFile[]): void {
  const incoming = join(settings.folder, "incoming");
  mkdirSync(incoming, { recursive: true });
  for (const { hash, from } of files) {
    const arriving = `${incoming}/${hash}`;
    rmSync(arriving, { force: true });
    // A copy and no link: what happens to the host's bytes must not happen to the publisher's.
    // What the publisher's own store has lost is named when it is asked for again.
    if (existsSync(from)) copyFileSync(from, arriving);
  }
}
