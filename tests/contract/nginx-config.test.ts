import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "../support/folder.ts";
import { runScript } from "../support/run-script.ts";

test("the command writes every site of the content and says what to do next", async () => {
  const out = await aFolder();
  const { code, output, errors } = await runScript("nginx-config", ["--out", out, "--host", "standby"]);
  expect([code, errors]).toEqual([0, ""]);
  expect(output).toContain("nginx -t && systemctl reload nginx");
  expect((await readdir(join(out, "cong"))).sort()).toEqual([
    "every-answer.conf",
    "redirect.js",
    "rules.conf",
  ]);
  const text = await readFile(join(out, "conf.d/cong.conf"), "utf8");
  for (const domain of ["songmay.gov.vn", "sonnmt.songmay.gov.vn"])
    expect(text).toContain(`server_name ${domain}`);
  expect(await readFile(join(out, "cong/rules.conf"), "utf8")).toContain("/srv/cong/portal/current");
});

test("wrong options are refused together, and nothing is written", async () => {
  const out = await aFolder();
  const wrong = [
    "--host",
    "Máy 1",
    "--root",
    "srv",
    "--listen",
    "80; include /etc/passwd",
    "--key",
    "/a.key",
  ];
  const { code, errors } = await runScript("nginx-config", ["--out", out, ...wrong]);
  expect(code).toBe(1);
  for (const part of ["--host Máy 1", "--root srv", "--listen 80;", "--certificate and --key go together"])
    expect(errors).toContain(part);
  expect(await readdir(out)).toEqual([]);
});
