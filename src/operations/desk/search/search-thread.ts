import { workerData } from "node:worker_threads";
import { answerTasks } from "../../../foundation/helper-threads.ts";
import { openRepository } from "../../../git/repository.ts";
import { openSearchIndex, type SearchTask } from "./search-index.ts";

const { file, repository } = workerData as { file: string; repository: string };
const index = openSearchIndex(file, openRepository(repository));

answerTasks((task: SearchTask) => index.do(task));
