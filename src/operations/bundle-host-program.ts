import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

/** Makes the program that hosts run out of its sources: one plain file for the Node of Debian 12 (18) and newer. */
export async function bundleHostProgram(checkout: string, file: string): Promise<void> {
  const result = await build({
    configFile: false,
    root: checkout,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(checkout, "src/publishing/host-folder/main.ts"),
      target: "node18",
      minify: false,
      write: false,
      rolldownOptions: { output: { format: "es", codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [chunk, ...more] = outputs.filter((output) => output.type === "chunk");
  if (!chunk || more.length > 0) throw new Error("The host's program did not become one file.");
  await writeFile(file, `#!/usr/bin/env node\n${chunk.code}`);
}
