import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { aFolder } from "./folder.ts";
import { freePort } from "./free-port.ts";
import { makeCertificate } from "./nginx.ts";
import { until } from "./until.ts";

const dovecot = "/usr/sbin/dovecot";

/** Debian's Dovecot, installed if that can be done here. Returns why it is missing, if it is. */
export function provideDovecot(): string | undefined {
  if (existsSync("/usr/lib/dovecot/imap")) return undefined;
  if (process.getuid?.() !== 0) return "dovecot is missing: sudo apt-get install -y dovecot-imapd";
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "dovecot-imapd");
  // The package starts a server of its own.
  spawnSync("service", ["dovecot", "stop"]);
  return existsSync("/usr/lib/dovecot/imap") ? undefined : "dovecot could not be installed with apt-get";
}

/** A mail server on loopback with one mailbox, whose messages lie in files. */
export interface ImapServer {
  user: string;
  password: string;
  /** For TLS from the first byte, with a certificate that is in `ca`; and for plain lines. */
  ports: { tls: number; plain: number };
  ca: string;
  /** Puts a message into the mailbox as another mail server would; one that was `read` before, if told. */
  deliver: (name: string, raw: Uint8Array, options?: { read: boolean }) => Promise<void>;
  /** The names of the messages in a folder, each with its flags: `thu-1 S`. */
  messages: (folder?: string) => Promise<string[]>;
  /** Marks a message as read, as a person does who opens it. */
  read: (name: string) => Promise<void>;
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

export async function anImapServer(): Promise<ImapServer> {
  const place = await aFolder();
  const at = (name: string) => join(place, name);
  const account = { user: "banbientap@songmay.gov.vn", password: "mật khẩu: của hộp@thư" };
  const ports = { tls: await freePort(), plain: await freePort() };
  makeCertificate(at("cert.pem"), at("key.pem"));
  await mkdir(at("mail"));
  for (const name of ["", "/new", "/cur", "/tmp"]) await mkdir(at(`mail/Maildir${name}`));
  await writeFile(
    at("users"),
    `${account.user}:{PLAIN.B64}${Buffer.from(account.password).toString("base64")}::::::\n`,
  );
  await writeFile(at("dovecot.conf"), configuration(place, ports));
  // Dovecot lets no message be read as root.
  if (process.getuid?.() === 0) spawnSync("chown", ["-R", "nobody:nogroup", at("mail")]);
  await chmod(place, 0o755);

  let child: ChildProcess | undefined;
  const stop = async () => {
    if (!child) return;
    const ended = once(child, "exit");
    const serving = await childrenOf(child.pid);
    child.kill("SIGTERM");
    child = undefined;
    // Those that serve somebody would go on for ten seconds without the one that started them.
    for (const pid of serving) endProcess(pid);
    await ended;
  };
  const start = async () => {
    const started = spawn(dovecot, ["-F", "-c", at("dovecot.conf")], { stdio: "ignore" });
    child = started;
    await until("the mail server to listen", async () => {
      if (started.exitCode !== null) throw new Error(`dovecot ended with ${started.exitCode}`);
      return (await answers(ports.plain)) ? true : undefined;
    });
  };
  await start();
  onTestFinished(stop);
  const folderOf = (folder?: string) => at(folder === undefined ? "mail/Maildir" : `mail/Maildir/.${folder}`);
  const found = async (name: string) =>
    (await readdir(join(folderOf(), "cur"))).find((file) => file.startsWith(name)) ?? "";
  return {
    ...account,
    ports,
    ca: at("cert.pem"),
    async deliver(name, raw, options) {
      const file = join(folderOf(), options?.read ? `cur/${name}:2,S` : `new/${name}`);
      await writeFile(at(`mail/Maildir/tmp/${name}`), raw);
      await chmod(at(`mail/Maildir/tmp/${name}`), 0o666);
      await rename(at(`mail/Maildir/tmp/${name}`), file);
    },
    async messages(folder) {
      const all = await Promise.all(
        ["new", "cur"].map((part) => readdir(join(folderOf(folder), part)).catch(() => [])),
      );
      return all.flat().map((file) => {
        const [name = "", flags = ""] = file.split(":2,");
        return `${name.split(",")[0] ?? ""} ${flags}`.trim();
      });
    },
    async read(name) {
      const file = join(folderOf(), "cur");
      const old = await found(name);
      await rename(join(file, old), join(file, `${old.split(":2,")[0] ?? ""}:2,S`));
    },
    stop,
    start,
  };
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch (error) {
    // It has ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function childrenOf(pid = 0): Promise<number[]> {
  const list = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, "utf8").catch(() => "");
  return list.split(" ").filter(Boolean).map(Number);
}

function configuration(place: string, ports: ImapServer["ports"]): string {
  const isRoot = process.getuid?.() === 0;
  const { username } = userInfo();
  const [user, login] = isRoot ? ["dovecot", "dovenull"] : [username, username];
  const [owner, group] = isRoot ? ["nobody", "nogroup"] : [username, String(process.getgid?.() ?? 0)];
  const services = ["anvil", "stats", "imap-login"].map((name) => `service ${name} {\n  chroot =\n}`);
  return `base_dir = ${place}/run
state_dir = ${place}/state
log_path = ${place}/log
protocols = imap
default_internal_user = ${user}
default_internal_group = ${isRoot ? "dovecot" : group}
default_login_user = ${login}
${isRoot ? "" : services.join("\n")}
first_valid_uid = 1
mail_location = maildir:${place}/mail/Maildir
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${place}/cert.pem
ssl_key = <${place}/key.pem
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${ports.plain}
    ssl = no
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${ports.tls}
    ssl = yes
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${place}/users
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${place}/mail
}
`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done(true);
    });
    socket.on("error", () => {
      done(false);
    });
  });
}
