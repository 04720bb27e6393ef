import { join } from "node:path";
import { cacheControl } from "../response-headers.ts";
import { addressRules, markers, versionPath } from "./address-rules.ts";
import { contentTypes, savedFiles, unknownType } from "./content-types.ts";
import { encodings } from "./encodings.ts";
import { malformedAddress, malformedPage, nginxRefusal, refusalHeaders } from "./nginx-refusals.ts";
import { block, comment, ifFile, ifMatches, quoted } from "./nginx-text.ts";
import { maintenanceFile } from "./open-release.ts";

const page = contentTypes["html"] ?? unknownType;

/** What every site's server does with a request, as text: included where `$cong_site` is set. */
export function nginxRules(host: { folder: string; readsRedirects: boolean }): string {
  return [
    ...comment(
      "How a request is answered. Generated: do not edit.",
      "All is decided here, in the order below, before a location is chosen: in a server, `if` and `set` are plain statements.",
    ),
    ...settings(host.folder),
    "",
    ...refusing(host.folder),
    "",
    ...lookingUp(),
    "",
    ...choosing(host.readsRedirects),
    "",
    ...sending(),
  ].join("\n");
}

function settings(folder: string): string[] {
  return [
    `root ${quoted(join(folder, "current"))};`,
    "merge_slashes off;",
    "large_client_header_buffers 4 16k;",
    "absolute_redirect off;",
    "server_tokens off;",
    ...comment("Files are compressed in the release; compressing again on the way would spoil them."),
    "gzip off;",
    ...comment(
      "A release is made of symbolic links, and is swapped by one; a cache would keep the release before.",
    ),
    "disable_symlinks off;",
    "open_file_cache off;",
    malformedPage,
    "error_page 404 @missing-page;",
    "error_page 405 @method;",
    "error_page 410 @gone-page;",
    "error_page 412 @precondition;",
    "error_page 416 @range;",
    "error_page 500 @failed;",
    "error_page 503 @maintenance;",
    "",
    `set $cong_cache "no-store";`,
    `set $cong_encoding "";`,
    `set $cong_disposition "";`,
    ...Object.values(refusalHeaders).map((variable) => `set ${variable} "";`),
    "add_header Cache-Control $cong_cache always;",
    "add_header Content-Encoding $cong_encoding always;",
    "add_header Content-Disposition $cong_disposition always;",
    ...Object.entries(refusalHeaders).map(([name, variable]) => `add_header ${name} ${variable} always;`),
  ];
}

function refusing(folder: string): string[] {
  return [
    `if ($uri = "${malformedAddress}") { break; }`,
    `if ($request_method !~ "^(?:GET|HEAD)$") { return 405; }`,
    `if ($cong_raw ~ "^.{${addressRules.longestPath + 1}}") { return 400; }`,
    ifMatches("$cong_raw", addressRules.malformed, "return 400"),
    ifFile(join(folder, maintenanceFile), "return 503"),
    ...comment("The live release, looked up once: whatever is swapped meanwhile, the answer is of this one."),
    "set $cong_release $realpath_root;",
    `if ($cong_release = "") { return 503; }`,
    `if (!-d "$cong_release/root") { return 503; }`,
  ];
}

function lookingUp(): string[] {
  return [
    `set $cong_site_folder "$cong_release/root/sites/$cong_site";`,
    `set $cong_cache ${quoted(cacheControl("/"))};`,
    `set $cong_kind "missing";`,
    ifMatches("$uri", addressRules.hidden, `set $cong_kind "hidden"`),
    `set $cong_other "$cong_kind $cong_raw";`,
    ifMatches(
      "$cong_other",
      addressRules.otherSpelling.replace("^", "^missing ") + "$",
      "return 301 /$1$is_args$args",
    ),
    ifMatches("$uri", addressRules.disguised, `set $cong_kind "hidden"`),
    "",
    "set $cong_folder $cong_site_folder;",
    `set $cong_file "$uri.html";`,
    `if ($uri = "/") { set $cong_file "/index.html"; }`,
    ifMatches("$uri", addressRules.withExtension, "set $cong_file $uri"),
    ifMatches(
      "$uri",
      addressRules.asset,
      `set $cong_folder "$cong_release/root/assets"`,
      "set $cong_file $uri",
      `set $cong_cache ${quoted(cacheControl("/_astro/a"))}`,
    ),
    `if ($uri = ${quoted(versionPath)}) { set $cong_folder $cong_release; set $cong_cache ${quoted(cacheControl(versionPath))}; }`,
  ];
}

/** The page, else its notice of withdrawal, else its new address, else the page for what is missing. */
function choosing(readsRedirects: boolean): string[] {
  return [
    ...comment("A name below a folder that does not exist is never found: what is hidden stays so."),
    `if ($cong_kind = "hidden") { set $cong_folder "$cong_release/hidden"; }`,
    ...(readsRedirects ? [ifFile(`$cong_folder$uri${markers.moved}`, `set $cong_kind "moved"`)] : []),
    ifFile(`$cong_folder$uri${markers.gone}`, `set $cong_kind "gone"`),
    ifFile("$cong_folder$cong_file", `set $cong_kind "found"`),
    ...(readsRedirects
      ? [
          `set $cong_location "";`,
          `if ($cong_kind = "moved") { set $cong_location $cong_target; }`,
          `if ($cong_location != "") { return 301 $cong_location; }`,
        ]
      : []),
    `set $cong_status "404";`,
    `if ($cong_kind = "found") { set $cong_status "200"; }`,
    `set $cong_saved "$cong_kind $uri";`,
    ifMatches("$cong_saved", `^found .*${savedFiles}`, `set $cong_disposition "attachment"`),
    `if ($cong_kind = "gone") { set $cong_status "410"; set $cong_file "$uri${markers.gone}"; }`,
    `if ($cong_status = "404") { set $cong_folder $cong_site_folder; set $cong_file "/404.html"; set $cong_cache "no-cache"; }`,
    `set $cong_compressed "";`,
    // The best form is asked for last, so that it wins.
    ...[...encodings]
      .reverse()
      .map(({ name, extension }) =>
        ifFile(
          `$cong_folder$cong_file.$cong_takes_${extension}`,
          `set $cong_encoding "${name}"`,
          `set $cong_compressed ".${extension}"`,
        ),
      ),
    ...comment("A part is always one of the plain file."),
    `if ($http_range != "") { set $cong_encoding ""; set $cong_compressed ""; }`,
    `if ($cong_status = "410") { return 410; }`,
    `if ($cong_status = "404") { return 404; }`,
    `rewrite ^/$ /index.html;`,
  ];
}

function sending(): string[] {
  const types = Object.entries(contentTypes).map(([extension, type]) => `${quoted(type)} ${extension};`);
  const alias = "alias $cong_folder$cong_file$cong_compressed;";
  const plain = [`set $cong_cache "no-store";`, `set $cong_encoding "";`, `set $cong_disposition "";`];
  const notice = [
    "root $cong_folder;",
    "types { }",
    `default_type ${quoted(page)};`,
    "try_files $cong_file$cong_compressed @missing;",
  ];
  const named = ["missing", "method", "precondition", "range", "failed", "maintenance"] as const;
  return [
    ...nginxRefusal("malformed", plain, `= ${malformedAddress}`),
    ...block(`location ~* ${quoted(`${addressRules.asset}|${addressRules.withExtension}`)}`, [
      ...block("types", types),
      `default_type ${quoted(unknownType)};`,
      alias,
    ]),
    ...block("location ~ ^", ["types { }", `default_type ${quoted(page)};`, alias]),
    ...block("location @gone-page", notice),
    ...block("location @missing-page", notice),
    ...named.flatMap((name) => nginxRefusal(name, plain)),
  ];
}
