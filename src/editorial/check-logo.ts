import { parse } from "yaml";
import { mediaFile } from "../content-model/content-path.ts";
import { siteSchema } from "../content-model/site.ts";
import type { MergeResult } from "./check-submission.ts";
import type { Finding } from "./finding.ts";

/** Whether the logo that a site's settings name is in its library. Settings that cannot be read are another check's finding. */
export async function checkLogo(
  path: string,
  site: string,
  data: Buffer,
  result: Pick<MergeResult, "read">,
): Promise<Finding[]> {
  const logo = logoOf(data);
  if (logo === undefined || (await result.read(mediaFile(site, logo)))) return [];
  return [
    {
      level: "block",
      file: path,
      field: "theme.logo",
      message: `Không tìm thấy logo ${logo} trong thư viện.`,
      remedy: "Tải logo lên thư viện của trang, hoặc bỏ dòng theme.logo để dùng biểu trưng vẽ sẵn.",
    },
  ];
}

function logoOf(data: Buffer): string | undefined {
  try {
    return siteSchema.safeParse(parse(data.toString("utf8"))).data?.theme.logo;
  } catch {
    return undefined;
  }
}
