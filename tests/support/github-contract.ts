import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

const file = new URL("../fixtures/github-openapi.json", import.meta.url);
const description = z
  .object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({ responses: z.record(z.string(), z.object({ schema: z.unknown().optional() })) }),
      ),
    ),
  })
  .loose()
  .parse(JSON.parse(readFileSync(file, "utf8")));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat("repo.nwo", /^[^/]+\/[^/]+$/);
ajv.addFormat("timestamp", { validate: (text: string) => !Number.isNaN(Date.parse(text)) });
ajv.addSchema(description, "github");
const validators = new Map<string, ValidateFunction>();

/** Every operation of the vendored description. */
export const described = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method} ${path}`),
);
/** Those whose answers were checked in this process. */
export const checked = new Set<string>();

/** Operations that GitHub has and the forge answers, with their paths as patterns; the longest first. */
const operations = Object.entries(description.paths)
  .flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method, pattern: patternOf(path) })),
  )
  .sort((a, b) => b.path.length - a.path.length);

/**
 * Checks a successful answer against GitHub's own description of it: its status and the shape of its body. Answers
 * to operations that are not GitHub's, refusals and "not modified" are let through.
 */
export async function checkAgainstGitHub(method: string, url: string, response: Response): Promise<void> {
  const path = new URL(url, "http://localhost").pathname.replace(/^\/api\/v3/, "");
  const operation = operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path));
  if (!operation || response.status >= 300) return;
  const responses = description.paths[operation.path]?.[operation.method]?.responses ?? {};
  const expected = responses[String(response.status)];
  const name = `${operation.method} ${operation.path}`;
  checked.add(name);
  if (!expected) throw new Error(`${name} answered ${response.status}, which GitHub never does.`);
  if (expected.schema === undefined || response.headers.get("Content-Type")?.includes("octet-stream")) return;

  const validate = validatorOf(operation.path, operation.method, response.status);
  if (validate(await response.clone().json())) return;
  const errors = (validate.errors ?? [])
    .slice(0, 12)
    .map((error) => `${error.instancePath} ${error.message ?? ""}`);
  throw new Error(`${name} is not what GitHub answers:\n${errors.join("\n")}`);
}

function validatorOf(path: string, method: string, status: number): ValidateFunction {
  const pointer = ["paths", path, method, "responses", String(status), "schema"]
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const known = validators.get(pointer);
  if (known) return known;
  const validate = ajv.compile({ $ref: `github#/${pointer}` });
  validators.set(pointer, validate);
  return validate;
}

/** These parameters may have slashes in them. */
function patternOf(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    ["ref", "path", "branch", "basehead", "tree_sha", "name"].includes(name) ? ".+" : "[^/]+",
  );
  return new RegExp(`^${pattern}$`);
}
