import type { Site } from "../../content-model/site.ts";
import { atomAddress, rssAddress, sectionAddress } from "../../content-store/addresses.ts";
import { hostLabel } from "../../editorial/live-comment.ts";
import { securityHeaders } from "../../publishing/response-headers.ts";
import { expectThat, type Check } from "./check.ts";
import { readPage, readWhole } from "./read-page.ts";
import { themeContrasts } from "./theme-contrasts.ts";

/** How many addresses of the sitemap are read. */
const mostPages = 200;

/** What a reader must find on one host of a site. */
export function hostChecks(site: Site, host: { name: string; origin: string }): Check[] {
  const { origin } = host;
  const check = (name: string, look: () => Promise<string>): Check => ({
    name,
    place: hostLabel(host.name),
    look,
  });
  return [
    check("Trang chủ", async () => {
      const { text } = await readWhole(`${origin}/`, "text/html");
      expectThat(text.includes(site.shortName), `trang chủ không nêu tên «${site.shortName}»`);
      expectThat(/<html[^>]* lang="vi"/.test(text), "trang chủ không khai báo tiếng Việt");
      expectThat(text.trimEnd().endsWith("</html>"), "trang chủ không trọn vẹn");
      return "có tên trang, tiếng Việt, trọn vẹn";
    }),
    check("Trình đơn và chuyên mục", async () => {
      const paths = [
        ...new Set([
          ...site.menu.map(({ address }) => address),
          ...site.sections.map(({ id }) => sectionAddress(id)),
        ]),
      ];
      for (const path of paths) await readWhole(origin + path, "text/html");
      return `${paths.length} địa chỉ đều đọc được`;
    }),
    check("Trang không tồn tại", async () => {
      const { status, text } = await readPage(`${origin}/khong-co-trang-nay-${Date.now()}`);
      expectThat(status === 404, `trả lời ${status}, không phải 404`);
      expectThat(text.includes(site.shortName), "trang báo lỗi không phải của trang này");
      return "trả lời 404 bằng trang của mình";
    }),
    check("Nguồn tin RSS và Atom", async () => {
      const lists = ["/", ...site.sections.map(({ id }) => sectionAddress(id))];
      for (const list of lists) {
        const rss = await readWhole(origin + rssAddress(list), "application/xml");
        expectThat(rss.text.includes("<rss"), `${rssAddress(list)} không phải RSS`);
        const atom = await readWhole(origin + atomAddress(list), "application/xml");
        expectThat(atom.text.includes("<feed"), `${atomAddress(list)} không phải Atom`);
      }
      return `${2 * lists.length} nguồn tin`;
    }),
    check("Sơ đồ trang", async () => {
      const base = `https://${site.domain}`;
      const listed = async (path: string) => {
        const { text } = await readWhole(origin + path, "application/xml");
        return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url);
      };
      const maps = await listed("/sitemap.xml");
      const pages = (await Promise.all(maps.map((map) => listed(map.slice(base.length))))).flat();
      expectThat(pages.length > 0, "sitemap.xml không có địa chỉ nào");
      const foreign = pages.find((page) => !page.startsWith(base));
      expectThat(foreign === undefined, `sitemap.xml có địa chỉ ngoài ${base}: ${foreign ?? ""}`);
      for (const page of pages.slice(0, mostPages))
        await readWhole(origin + page.slice(base.length), "text/html");
      return `${pages.length} địa chỉ thuộc ${site.domain}, đã đọc ${Math.min(pages.length, mostPages)}`;
    }),
    check("Độ tương phản màu", async () => {
      const { text } = await readWhole(`${origin}/theme.css`, "text/css");
      const pairs = themeContrasts(text);
      expectThat(pairs.length > 0, "theme.css không có màu của trang");
      const pale = pairs.find(({ ratio }) => ratio < 4.5);
      expectThat(pale === undefined, `${pale?.what ?? ""}: ${pale?.ratio.toFixed(2) ?? ""}:1, dưới 4,5:1`);
      return `thấp nhất ${Math.min(...pairs.map(({ ratio }) => ratio))
        .toFixed(2)
        .replace(".", ",")}:1 (yêu cầu 4,5:1)`;
    }),
    check("Tiêu đề bảo mật", async () => {
      const { headers } = await readPage(`${origin}/`);
      const wrong = Object.entries(securityHeaders).filter(([name, value]) => headers.get(name) !== value);
      expectThat(wrong.length === 0, `thiếu hoặc sai: ${wrong.map(([name]) => name).join(", ")}`);
      return `${Object.keys(securityHeaders).length} tiêu đề đúng`;
    }),
    check("Tìm kiếm", async () => {
      const { text } = await readWhole(`${origin}/tim-kiem`, "text/html");
      expectThat(text.includes('role="search"'), "trang tìm kiếm không có ô tìm");
      const scripts = [...text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path = ""]) => path);
      expectThat(scripts.length > 0, "trang tìm kiếm không có mã tìm kiếm");
      for (const path of scripts) await readWhole(new URL(path, origin).href, "text/javascript");
      return "có ô tìm và mã tìm kiếm";
    }),
  ];
}

/** Whether all hosts serve the same release, and which. */
export function releaseCheck(hosts: readonly { name: string; origin: string }[]): Check {
  return {
    name: "Phiên bản (phien-ban.json)",
    place: "Tất cả máy chủ",
    look: async () => {
      const versions = new Set<string>();
      let described = "";
      for (const { origin } of hosts) {
        const { text } = await readWhole(`${origin}/phien-ban.json`, "application/json");
        const { sequence, commit, root } = JSON.parse(text) as Record<string, unknown>;
        expectThat(
          typeof root === "string" && typeof commit === "string",
          `${origin}/phien-ban.json thiếu thông tin`,
        );
        versions.add(String(root));
        described = `bản số ${String(sequence)}, commit ${String(commit).slice(0, 12)}`;
      }
      expectThat(versions.size === 1, "các máy chủ phục vụ những phiên bản khác nhau");
      return described;
    },
  };
}
