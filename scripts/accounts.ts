import { text } from "node:stream/consumers";
import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { openAccountOffice, type AccountOffice } from "../src/operations/accounts/account-office.ts";
import { dataOption, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run accounts -- list [--data DIR]
npm run accounts -- add LOGIN --name "NAME" --email ADDRESS [--password-stdin]
npm run accounts -- password LOGIN [--password-stdin]
npm run accounts -- email LOGIN --email ADDRESS
npm run accounts -- disable LOGIN [--to OTHER]
npm run accounts -- enable LOGIN
npm run accounts -- directory LOGIN

  The people who can sign in, whether the newsroom runs or not. Who may do what is said in content/portal.yaml.

  list              everybody, with rights and last use; the report of who has access
  add               a new account; its password is made up and shown once
  password          a new password; sign-ins with the old one end
  email             another address for notices
  disable           ends everything an account can do, and hands its open submissions to OTHER, or names them;
                    enable takes the end back, not the handing over
  directory         from now on the office's LDAP directory opens the account (docs/accounts.md)
  --password-stdin  the password is read from standard input instead of being made up
  --data DIR        the newsroom's data folder (default .cong)`;

const options = {
  ...dataOption,
  name: { type: "string" },
  email: { type: "string" },
  to: { type: "string" },
  "password-stdin": { type: "boolean", default: false },
} as const;

await runCommand({ usage, options, takesOperands: true }, async ({ values, operands, data }) => {
  const [action = "", login] = operands;
  const office = await openAccountOffice(data, systemClock);
  try {
    const password = values["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
    console.log(await carryOut(office, action, login, { ...values, password }));
  } finally {
    office.close();
  }
});

function carryOut(
  office: AccountOffice,
  action: string,
  login: string | undefined,
  options: { name?: string; email?: string; to?: string; password: string | undefined },
): Promise<string> {
  const { name, email, to, password } = options;
  if (action === "list") return office.list();
  if (login === undefined) throw new Problem("Name an action and a login.", { remedy: usage });
  switch (action) {
    case "add":
      if (name === undefined || email === undefined)
        throw new Problem("A new account needs --name and --email.", { remedy: usage });
      return office.add({ login, name, email, ...(password === undefined ? {} : { password }) });
    case "password":
      return office.setPassword(login, password);
    case "email":
      if (email === undefined) throw new Problem("Give the new address with --email.", { remedy: usage });
      return office.setEmail(login, email);
    case "disable":
      return office.disable(login, to);
    case "enable":
      return office.enable(login);
    case "directory":
      return office.useDirectory(login);
    default:
      throw new Problem(`«${action}» is no action.`, { remedy: usage });
  }
}
