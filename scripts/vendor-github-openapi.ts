/**
 * Makes tests/fixtures/github-openapi.json: the responses of GitHub's REST API that the forge answers, out of
 * GitHub's own description. The package is 390 MB, so it is installed in a folder of its own and only the subset is kept:
 *
 *   npm install --prefix FOLDER --ignore-scripts @octokit/openapi
 *   node scripts/vendor-github-openapi.ts FOLDER
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const repository = "/repos/{owner}/{repo}";
const operations = [
  "get /user",
  "get /users/{username}",
  "get /rate_limit",
  "get /search/issues",
  `get ${repository}`,
  `get ${repository}/branches`,
  `get ${repository}/branches/{branch}`,
  `get ${repository}/collaborators/{username}/permission`,
  `get ${repository}/commits`,
  `get ${repository}/commits/{ref}`,
  `get ${repository}/commits/{ref}/status`,
  `get ${repository}/commits/{ref}/statuses`,
  `post ${repository}/statuses/{sha}`,
  `get ${repository}/compare/{basehead}`,
  `get ${repository}/contents/{path}`,
  `get ${repository}/git/blobs/{file_sha}`,
  `post ${repository}/git/blobs`,
  `get ${repository}/git/commits/{commit_sha}`,
  `post ${repository}/git/commits`,
  `get ${repository}/git/matching-refs/{ref}`,
  `get ${repository}/git/ref/{ref}`,
  `post ${repository}/git/refs`,
  `patch ${repository}/git/refs/{ref}`,
  `delete ${repository}/git/refs/{ref}`,
  `get ${repository}/git/trees/{tree_sha}`,
  `post ${repository}/git/trees`,
  `post ${repository}/issues`,
  `get ${repository}/issues/{issue_number}`,
  `patch ${repository}/issues/{issue_number}`,
  `post ${repository}/issues/{issue_number}/assignees`,
  `delete ${repository}/issues/{issue_number}/assignees`,
  `get ${repository}/issues/{issue_number}/comments`,
  `post ${repository}/issues/{issue_number}/comments`,
  `patch ${repository}/issues/comments/{comment_id}`,
  `delete ${repository}/issues/comments/{comment_id}`,
  `get ${repository}/issues/{issue_number}/events`,
  `get ${repository}/issues/{issue_number}/labels`,
  `post ${repository}/issues/{issue_number}/labels`,
  `put ${repository}/issues/{issue_number}/labels`,
  `delete ${repository}/issues/{issue_number}/labels/{name}`,
  `get ${repository}/pulls`,
  `post ${repository}/pulls`,
  `get ${repository}/pulls/{pull_number}`,
  `patch ${repository}/pulls/{pull_number}`,
  `get ${repository}/pulls/{pull_number}/commits`,
  `get ${repository}/pulls/{pull_number}/files`,
  `get ${repository}/pulls/{pull_number}/reviews`,
  `post ${repository}/pulls/{pull_number}/reviews`,
  `put ${repository}/pulls/{pull_number}/merge`,
];

const annotations = new Set([
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "nullable",
  "deprecated",
]);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const folder = process.argv[2];
if (folder === undefined) throw new Error("Usage: node scripts/vendor-github-openapi.ts FOLDER");
const origin = join(folder, "node_modules/@octokit/openapi");
const description = await readJson(join(origin, "generated/api.github.com.json"));
const { version } = await readJson(join(origin, "package.json"));

const components: JsonObject = {};
const paths: JsonObject = {};
for (const operation of operations) {
  const [method = "", path = ""] = operation.split(" ");
  const responses = objectAt(description, ["paths", path, method, "responses"]);
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith("2")) continue;
    const kept = objectAt(paths, [path, method, "responses"]);
    kept[status] = keepSchema(follow(response));
  }
}

const subset = {
  note: `Part of GitHub's REST API description (MIT), made from @octokit/openapi ${JSON.stringify(version)} by scripts/vendor-github-openapi.ts: the successful responses of the operations that the forge answers, without descriptions and examples; "nullable" rewritten for JSON Schema.`,
  paths,
  components: { schemas: components },
};
await writeFile("tests/fixtures/github-openapi.json", `${JSON.stringify(subset)}\n`);

/** The JSON schema of a response; only its media type for JSON matters. */
function keepSchema(response: Json): JsonObject {
  const content = isObject(response) ? response["content"] : undefined;
  const json = isObject(content) ? content["application/json"] : undefined;
  return isObject(json) && json["schema"] !== undefined ? { schema: clean(json["schema"]) } : {};
}

/** Copies a schema without prose, and every schema it refers to into `components`. */
function clean(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(clean);
  if (!isObject(schema)) return schema;
  const reference = schema["$ref"];
  if (typeof reference === "string") return { $ref: keepComponent(reference) };

  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (annotations.has(key)) continue;
    copy[key] = key === "properties" && isObject(value) ? cleanProperties(value) : clean(value);
  }
  return schema["nullable"] === true ? { anyOf: [copy, { type: "null" }] } : copy;
}

function cleanProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, clean(schema)]));
}

function keepComponent(reference: string): string {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  if (components[name] === undefined) {
    components[name] = {}; // stands in while a schema that refers to itself is copied
    components[name] = clean(follow({ $ref: reference }));
  }
  return `#/components/schemas/${name}`;
}

function follow(value: Json): Json {
  if (!isObject(value) || typeof value["$ref"] !== "string") return value;
  return follow(
    value["$ref"]
      .split("/")
      .slice(1)
      .reduce<Json>((at, key) => (isObject(at) ? (at[key] ?? null) : null), description),
  );
}

/** The object at a path, made where it is missing. */
function objectAt(root: JsonObject, path: string[]): JsonObject {
  let at = root;
  for (const key of path) {
    const next = (at[key] ??= {});
    if (!isObject(next)) throw new Error(`${path.join(" ")} is not an object.`);
    at = next;
  }
  return at;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readJson(path: string): Promise<JsonObject> {
  const value = JSON.parse(await readFile(path, "utf8")) as Json;
  if (!isObject(value)) throw new Error(`${path} holds no object.`);
  return value;
}
