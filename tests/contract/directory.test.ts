import { beforeAll, expect, test } from "vitest";
import { openAccounts, type Accounts } from "../../src/forge/accounts.ts";
import { openDatabase } from "../../src/forge/database.ts";
import { openTokens } from "../../src/forge/tokens.ts";
import { ldapDirectory } from "../../src/operations/directory/ldap.ts";
import { readLdapSettings } from "../../src/operations/directory/ldap-settings.ts";
import { anLdapServer, provideSlapd, type LdapServer } from "../support/ldap-server.ts";
import { skip } from "../support/skip.ts";

const clock = () => new Date("2026-11-20T03:00:00Z");
const lan = { uid: "lan", name: "Hoàng Lan", mail: "lan@example.vn", password: "mật khẩu của Lan" };
const mai = { uid: "mai", name: "Thu Mai", password: "mật khẩu của Mai" };

let missing: string | undefined;

beforeAll(() => {
  missing = provideSlapd();
});

const environmentOf = (server: LdapServer, more: Record<string, string> = {}) => ({
  CONG_LDAP_URL: server.url,
  CONG_LDAP_BASE: server.base,
  CONG_LDAP_BIND_DN: server.bind.dn,
  CONG_LDAP_BIND_PASSWORD: server.bind.password,
  CONG_LDAP_CA: server.ca,
  ...more,
});

const directoryOf = (environment: Record<string, string>) => {
  const settings = readLdapSettings(environment);
  if (!settings) throw new Error("No directory is named.");
  return ldapDirectory(settings);
};

function accountsWith(environment: Record<string, string>): Accounts {
  const database = openDatabase(":memory:");
  return openAccounts(database, openTokens(database, clock), clock, {
    directory: directoryOf(environment),
    isKnown: (login) => Promise.resolve(["lan", "mai"].includes(login)),
  });
}

test("somebody with rights signs in with the directory's password, and gets an account with its name", async (context) => {
  if (missing) skip(context, missing);
  const accounts = accountsWith(environmentOf(await anLdapServer([lan, mai])));
  expect(await accounts.signIn("lan", "sai")).toBeUndefined();
  expect(accounts.find("lan")).toBeUndefined();
  expect(await accounts.signIn("lan", lan.password)).toMatchObject({
    login: "lan",
    name: "Hoàng Lan",
    email: "lan@example.vn",
    hasPassword: false,
  });
  expect((await accounts.signIn("mai", mai.password))?.email).toBe("mai@directory.invalid");
});

test("no password, no rights, a filter in the login or a disabled account open nothing", async (context) => {
  if (missing) skip(context, missing);
  const accounts = accountsWith(environmentOf(await anLdapServer([lan, { ...mai, uid: "khach" }])));
  expect(await accounts.signIn("lan", "")).toBeUndefined();
  expect(await accounts.signIn("khach", mai.password)).toBeUndefined();
  expect(await accounts.signIn("l*", lan.password)).toBeUndefined();
  const directory = directoryOf(environmentOf(await anLdapServer([lan])));
  expect(await directory("l*", lan.password)).toBeUndefined();
  expect(await directory("*)(uid=*", lan.password)).toBeUndefined();
  await accounts.signIn("lan", lan.password);
  await accounts.update("lan", { disabled: true });
  expect(await accounts.signIn("lan", lan.password)).toBeUndefined();
});

test("an account with a password of its own needs no directory; any other is told that it is away", async (context) => {
  if (missing) skip(context, missing);
  const server = await anLdapServer([lan]);
  const accounts = accountsWith(environmentOf(server));
  await accounts.create({
    login: "vanhanh",
    name: "Minh Khôi",
    email: "k@example.vn",
    password: "khi mất mạng",
  });
  await server.stop();
  expect((await accounts.signIn("vanhanh", "khi mất mạng"))?.login).toBe("vanhanh");
  await expect(accounts.signIn("lan", lan.password)).rejects.toThrow();
});

test("nothing is told to a directory whose certificate nobody trusts", async (context) => {
  if (missing) skip(context, missing);
  const server = await anLdapServer([lan]);
  const environment = environmentOf({ ...server, ca: "/dev/null" });
  await expect(directoryOf(environment)("lan", lan.password)).rejects.toThrow(/certificate/i);
});

test("settings that do not hold are told together, and passwords leave no machine in the open", () => {
  const base = { CONG_LDAP_URL: "ldap://ldap.example.vn", CONG_LDAP_BASE: "dc=example" };
  expect(readLdapSettings({})).toBeUndefined();
  expect(readLdapSettings(base)).toMatchObject({ startTls: true, filter: "(uid={login})" });
  expect(readLdapSettings({ ...base, CONG_LDAP_URL: "ldaps://ldap.example.vn" })?.startTls).toBe(false);
  expect(() =>
    readLdapSettings({ CONG_LDAP_URL: "http://ldap.example.vn", CONG_LDAP_FILTER: "(uid=x)" }),
  ).toThrow(/CONG_LDAP_URL[\s\S]*CONG_LDAP_BASE[\s\S]*CONG_LDAP_FILTER/);
  expect(() => readLdapSettings({ ...base, CONG_LDAP_UNENCRYPTED: "loopback" })).toThrow("this very machine");
  expect(() => readLdapSettings({ ...base, CONG_LDAP_BIND_DN: "cn=a" })).toThrow("belong together");
});
