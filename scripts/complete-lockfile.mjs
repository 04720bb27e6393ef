// Adds to package-lock.json the optional packages of other platforms that were not on offer where the lock was written
// (a registry's copy may hold them later than the package that names them). Without them `npm ci` refuses the lock;
// with them it passes over what its platform does not need. Run it after `npm install`.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = {
  darwin: "darwin",
  linux: "linux",
  linuxmusl: "linux",
  win32: "win32",
  windows: "win32",
  freebsd: "freebsd",
  android: "android",
};
const processors = ["x64", "arm64", "ia32", "arm", "wasm32", "riscv64", "s390x", "ppc64"];

let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = resolve(place, name);
    if (found && (found.version === version || !/^\d/.test(version))) continue;
    lock.packages[found ? `${place}/node_modules/${name}` : `node_modules/${name}`] = {
      version,
      ...platformOf(name),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added to package-lock.json.`);

/** The entry that a package at `place` gets when it asks for `name`. */
function resolve(place, name) {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    const entry = lock.packages[`${folder}/node_modules/${name}`.replace(/^\//, "")];
    if (entry || folder === "") return entry;
    if (!folder.includes("/node_modules/")) return lock.packages[`node_modules/${name}`];
  }
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.find((word) => processors.includes(word));
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) };
}
