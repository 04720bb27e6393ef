import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { writeAddresses } from "../src/operations/addresses-file.ts";
import { codeDifference } from "../src/operations/code-difference.ts";
import { startNewsroom } from "../src/operations/newsroom.ts";
import { dataOption, runCommand } from "../src/operations/run-command.ts";
import { welcome } from "../src/operations/welcome.ts";

const usage = `npm start [-- --data DIR] [--port N] [--address A] [--production]

  --data DIR    where the newsroom keeps its repository, releases and accounts (default .cong)
  --port N      the first port to use; a taken one moves on (default 4300)
  --address A   the address to listen on (default 127.0.0.1: this machine alone)
  --production  people sign in with the accounts of npm run accounts; no demo account is made or may open`;

const options = {
  ...dataOption,
  port: { type: "string", default: "4300" },
  address: { type: "string", default: "127.0.0.1" },
  production: { type: "boolean", default: false },
} as const;

await runCommand({ usage, options }, async ({ values, checkout, data }) => {
  const { address, production } = values;
  const log = (line: string) => {
    console.log(line);
  };
  const newsroom = await startNewsroom({
    checkout,
    data,
    firstPort: portOf(values.port),
    address,
    production,
    sample: production ? undefined : sampleWanted(process.env["CONG_SAMPLE_HSCV"]),
    clock: systemClock,
    log,
  });
  writeAddresses(newsroom);
  newsroom.onGrowth(() => writeAddresses(newsroom));
  const difference = await codeDifference(checkout, newsroom.repository);
  if (difference) log(difference);
  log(welcome(newsroom));

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (log("Đang dừng …"), newsroom.stop());
    void stopping.then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  if (process.connected) process.on("disconnect", stop);
});

/** The sample of another system goes on by itself, unless it is told to wait for a person (`by-hand`) or not to run (`off`). */
function sampleWanted(setting: string | undefined): "by-itself" | "by-hand" | undefined {
  if (setting === "off") return undefined;
  return setting === "by-hand" ? "by-hand" : "by-itself";
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_000) return port;
  throw new Problem(`--port ${text} is not a port.`, {
    remedy: "Give a number from 1 to 65000, or 0 for any free ones.",
  });
}
