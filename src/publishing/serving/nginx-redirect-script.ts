import { markers } from "./address-rules.ts";
import { redirectTarget } from "./redirect-marker.ts";

/** The script, for nginx's own JavaScript (njs), that reads where a moved page has gone; empty if its file names no lawful address. */
export function nginxRedirectScript(): string {
  return `// Reads the file of a moved page. Generated: do not edit.
import fs from "fs";

const lawful = new RegExp(${JSON.stringify(redirectTarget)});

function target(r) {
  try {
    const file = r.variables.cong_folder + r.variables.uri + ${JSON.stringify(markers.moved)};
    const address = fs.readFileSync(file, "utf8").replace(/\\r?\\n$/, "");
    return lawful.test(address) ? address : "";
  } catch (e) {
    return "";
  }
}

export default { target };
`;
}
