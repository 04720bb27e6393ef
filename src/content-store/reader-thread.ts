import { workerData } from "node:worker_threads";
import { answerTasks } from "../foundation/helper-threads.ts";
import { readGroup } from "./read-files.ts";
import { readerAt, type SourceFile, type SourcePlace } from "./source.ts";

const source = readerAt(workerData as SourcePlace);

answerTasks((files: readonly SourceFile[]) => readGroup(files, source));
