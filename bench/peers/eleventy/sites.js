import { readFileSync } from "node:fs";

/** What stands around the pages of each site. */
export const sites = JSON.parse(readFileSync(new URL("sites.json", import.meta.url), "utf8"));
