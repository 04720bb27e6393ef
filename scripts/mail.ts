import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { openMailOffice, type MailOffice } from "../src/operations/mail/mail-office.ts";
import { dataOption, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run mail [-- list] [--data DIR]
npm run mail -- test ADDRESS
npm run mail -- retry NUMBER
npm run mail -- off LOGIN
npm run mail -- on LOGIN

  The letters that the newsroom sends, whether it runs or not: docs/mail-and-intake.md.

  list        what waits, what was given up and why, and what was sent last
  test        sends one letter now with the settings of this environment and says how that went
  retry       takes a message that was given up into the queue again
  off, on     turns a person's notices off and on
  --data DIR  the newsroom's data folder (default .cong)`;

await runCommand({ usage, options: dataOption, takesOperands: true }, async ({ operands, data }) => {
  const office = await openMailOffice(data, systemClock);
  const [action = "list", subject] = operands;
  try {
    console.log(await carryOut(office, action, subject));
  } finally {
    office.close();
  }
});

function carryOut(office: MailOffice, action: string, subject: string | undefined): string | Promise<string> {
  if (action === "list") return office.list();
  if (subject === undefined) throw new Problem("Name an action and what it is for.", { remedy: usage });
  switch (action) {
    case "test":
      return office.test(subject, process.env);
    case "retry":
      return office.retry(Number(subject));
    case "off":
    case "on":
      return office.mute(subject, action === "off");
    default:
      throw new Problem(`«${action}» is no action.`, { remedy: usage });
  }
}
