import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { aFolder } from "./folder.ts";
import { freePort } from "./free-port.ts";
import { makeCertificate } from "./nginx.ts";
import { until } from "./until.ts";

const slapd = "/usr/sbin/slapd";
const slapadd = "/usr/sbin/slapadd";

/** Debian's OpenLDAP, installed if that can be done here. Returns why it is missing, if it is. */
export function provideSlapd(): string | undefined {
  if (existsSync(slapd)) return undefined;
  if (process.getuid?.() !== 0) return "slapd is missing: sudo apt-get install -y slapd";
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "slapd");
  // The package starts a server of its own.
  spawnSync("service", ["slapd", "stop"]);
  return existsSync(slapd) ? undefined : "slapd could not be installed with apt-get";
}

/** A directory of one office on loopback, with a certificate of its own. */
export interface LdapServer {
  url: string;
  base: string;
  /** The certificate, which clients must be told to trust. */
  ca: string;
  /** Who may look people up. */
  bind: { dn: string; password: string };
  stop: () => Promise<void>;
}

export interface DirectoryEntry {
  uid: string;
  name: string;
  mail?: string;
  password: string;
}

/** Starts OpenLDAP with these people; ended when the test has finished. */
export async function anLdapServer(people: readonly DirectoryEntry[]): Promise<LdapServer> {
  const place = await aFolder();
  const at = (name: string) => join(place, name);
  const base = "ou=people,dc=songmay,dc=example";
  const bind = { dn: "cn=tra-cuu,dc=songmay,dc=example", password: "mat-khau-tra-cuu" };
  await mkdir(at("db"));
  await writeFile(at("slapd.conf"), configuration(place));
  await writeFile(at("people.ldif"), entries(people, base, bind));
  makeCertificate(at("cert.pem"), at("key.pem"));
  run(slapadd, ["-f", at("slapd.conf"), "-l", at("people.ldif")]);
  const port = await freePort();
  const url = `ldap://127.0.0.1:${port}`;
  const child = spawn(slapd, ["-d", "0", "-f", at("slapd.conf"), "-h", url], { stdio: "ignore" });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  onTestFinished(stop);
  await until("the directory to listen", async () => {
    if (child.exitCode !== null) throw new Error(`slapd ended with ${child.exitCode}`);
    return (await answers(port)) ? true : undefined;
  });
  return { url, base, ca: at("cert.pem"), bind, stop };
}

function configuration(place: string): string {
  return `include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${place}/slapd.pid
TLSCertificateFile ${place}/cert.pem
TLSCertificateKeyFile ${place}/key.pem
# Nothing is told before the line is encrypted.
security simple_bind=128
database mdb
suffix "dc=songmay,dc=example"
directory ${place}/db
maxsize 10485760
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=tra-cuu,dc=songmay,dc=example" read by * none
`;
}

function entries(
  people: readonly DirectoryEntry[],
  base: string,
  bind: { dn: string; password: string },
): string {
  return [
    "dn: dc=songmay,dc=example\nobjectClass: dcObject\nobjectClass: organization\no: Song May\ndc: songmay",
    `dn: ${bind.dn}\nobjectClass: applicationProcess\nobjectClass: simpleSecurityObject\ncn: tra-cuu\nuserPassword: ${bind.password}`,
    `dn: ${base}\nobjectClass: organizationalUnit\nou: people`,
    ...people.map(({ uid, name, mail, password }) =>
      [
        `dn: uid=${uid},${base}`,
        "objectClass: inetOrgPerson",
        `uid: ${uid}`,
        `cn:: ${Buffer.from(name).toString("base64")}`,
        "sn: x",
        ...(mail ? [`mail: ${mail}`] : []),
        `userPassword:: ${Buffer.from(password).toString("base64")}`,
      ].join("\n"),
    ),
  ].join("\n\n");
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}`);
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
