import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { systemClock } from "../src/foundation/clock.ts";
import { describeProblem, Problem } from "../src/foundation/problem.ts";
import { writeAddresses } from "../src/operations/addresses-file.ts";
import { codeDifference } from "../src/operations/code-difference.ts";
import { startNewsroom } from "../src/operations/newsroom.ts";
import { welcome } from "../src/operations/welcome.ts";

const usage = `npm start [-- --data DIR] [--port N] [--address A] [--production]

  --data DIR    where the newsroom keeps its repository, releases and accounts (default .cong)
  --port N      the first port to use; a taken one moves on (default 4300)
  --address A   the address to listen on (default 127.0.0.1: this machine alone)
  --production  people sign in with the accounts of npm run accounts; no demo account is made or may open`;

try {
  await start();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const { data, port, address, production, help } = readArguments();
  if (help) {
    console.log(usage);
    return;
  }
  const log = (line: string) => {
    console.log(line);
  };
  const newsroom = await startNewsroom({
    checkout,
    data: resolve(data ?? join(checkout, ".cong")),
    firstPort: port,
    address,
    production,
    sample: !production && process.env["CONG_SAMPLE_HSCV"] !== "off",
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
}

function readArguments(): {
  data: string | undefined;
  port: number;
  address: string;
  production: boolean;
  help: boolean;
} {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      port: { type: "string", default: "4300" },
      address: { type: "string", default: "127.0.0.1" },
      production: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_000) {
    throw new Problem(`--port ${values.port} is not a port.`, {
      remedy: "Give a number from 1 to 65000, or 0 for any free ones.",
    });
  }
  const { data, address, production, help } = values;
  return { data, port, address, production, help };
}
