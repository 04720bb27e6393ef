import type { CmsConfig, DeskSettings } from "../../src/editorial/cms-config.ts";

/** Fetches what the newsroom tells its pages: Decap's settings and our own. */
export async function loadSettings(): Promise<{ cms: CmsConfig; desk: DeskSettings }> {
  const response = await fetch("/admin/config.json");
  if (!response.ok) throw new Error(`Máy chủ trả lời ${String(response.status)} khi tải cấu hình.`);
  // Our own server derives it from the same types on the same commit.
  const cms = (await response.json()) as CmsConfig;
  return { cms, desk: cms.cong };
}
