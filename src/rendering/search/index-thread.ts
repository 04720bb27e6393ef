import { close } from "pagefind";
import { answerTasks } from "../../foundation/helper-threads.ts";
import type { IndexTask } from "./index-beside.ts";
import { makeIndex } from "./index-files.ts";

const maker = makeIndex();

answerTasks(async (task: IndexTask) => {
  const { add, finish } = await maker;
  if ("add" in task) {
    await add(task.add);
    return undefined;
  }
  const built = await finish(task.finish);
  // The engine is a program of its own, which ends with the index.
  await close();
  return built;
});
