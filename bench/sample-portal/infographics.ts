import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sharp from "sharp";

/*
 * Draws the sample's infographics: SVG in the portal's own font, photographed by a browser, kept as WebP.
 * CHROMIUM=/usr/bin/chromium node bench/sample-portal/infographics.ts
 */

const library = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  "content/sites/tinh/media/2026",
);
const resolve = createRequire(import.meta.url).resolve;
const faces = await Promise.all(
  ["latin", "vietnamese"].flatMap((subset) =>
    ["400", "700"].map(async (weight) => {
      const file = resolve(
        `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      );
      const range = subset === "latin" ? "U+0000-00FF,U+2013-2026" : "U+0102-0329,U+1EA0-1EF9";
      return `@font-face{font-family:Sample;font-weight:${weight};unicode-range:${range};src:url(data:font/woff2;base64,${(await readFile(file)).toString("base64")})}`;
    }),
  ),
);

const red = "#9c1c1f";
const levels = [
  {
    name: "Báo động 1",
    colour: "#2f7d5b",
    lines: ["Sạc điện thoại, đèn pin; ghi số trực của xã", "Kê đồ điện, lúa giống, giấy tờ lên cao"],
  },
  {
    name: "Báo động 2",
    colour: "#b86a00",
    lines: ["Đưa người già, trẻ nhỏ đến nhà kiên cố", "Lùa trâu bò lên bãi cao; cột ghe hai dây"],
  },
  {
    name: "Báo động 3",
    colour: red,
    lines: ["Cắt cầu dao điện, khoá bình ga", "Theo người dẫn; không lội qua ngầm, suối"],
  },
];
const shares = [
  { name: "Thủy lợi, đê kè", part: 78.4 },
  { name: "Giao thông", part: 69.1 },
  { name: "Giáo dục", part: 61.5 },
  { name: "Y tế", part: 52.7 },
  { name: "Chuyển đổi số", part: 38.2 },
];

const text = (x: number, y: number, size: number, words: string, extra = "") =>
  `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" ${extra}>${words}</text>`;
const bold = 'font-weight="700"';
const heading = (words: string, below: string) =>
  `<rect width="1200" height="170" fill="${red}"/>` +
  text(60, 88, 54, words, `${bold} fill="#fff"`) +
  text(60, 138, 28, below, 'fill="#f6dfd0"');
const wave = (y: number, colour: string) =>
  `<path d="M0 ${String(y)}q75-34 150 0t150 0 150 0 150 0 150 0 150 0 150 0 150 0V${String(y + 60)}H0Z" fill="${colour}" opacity=".14"/>`;

const flood =
  heading("Sáu việc khi nước sông lên", "Làm theo mức báo động, không chờ nước vào nhà") +
  levels
    .map(({ name, colour, lines }, index) => {
      const y = 230 + index * 330;
      return (
        wave(y + 250, colour) +
        `<rect x="60" y="${String(y)}" width="1080" height="290" rx="18" fill="none" stroke="${colour}" stroke-width="3"/>` +
        `<rect x="60" y="${String(y)}" width="320" height="64" rx="18" fill="${colour}"/>` +
        text(90, y + 45, 34, name, `${bold} fill="#fff"`) +
        lines
          .map((line, at) => {
            const [cy, number] = [y + 130 + at * 100, index * 2 + at + 1];
            return (
              `<circle cx="120" cy="${String(cy - 12)}" r="34" fill="${colour}"/>` +
              text(120, cy, 36, String(number), `${bold} fill="#fff" text-anchor="middle"`) +
              text(185, cy, 36, line)
            );
          })
          .join("")
      );
    })
    .join("") +
  text(600, 1265, 34, "Số trực phòng thủ dân sự: 112", `${bold} fill="${red}" text-anchor="middle"`);

const spending =
  heading("Vốn đầu tư công: ai nhanh, ai chậm", "Tỷ lệ giải ngân chín tháng năm 2026, toàn tỉnh 62,8%") +
  shares
    .map(({ name, part }, index) => {
      const y = 250 + index * 130;
      const colour = part >= 62.8 ? "#2f7d5b" : part >= 50 ? "#b86a00" : red;
      return (
        text(60, y, 34, name, bold) +
        `<rect x="60" y="${String(y + 18)}" width="900" height="52" rx="8" fill="#efe9e3"/>` +
        `<rect x="60" y="${String(y + 18)}" width="${String(part * 9)}" height="52" rx="8" fill="${colour}"/>` +
        text(985, y + 58, 38, `${String(part).replace(".", ",")}%`, bold)
      );
    })
    .join("") +
  `<path d="M${String(60 + 62.8 * 9)} 210V900" stroke="#1f1c1a" stroke-width="3" stroke-dasharray="10 8"/>` +
  text(60 + 62.8 * 9, 945, 28, "Toàn tỉnh 62,8%", 'text-anchor="middle"') +
  text(60, 1010, 26, "Số liệu: Sở Tài chính, đến ngày 30/9/2026", 'fill="#5f5852"');

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [name, height, body] of [
  ["sau-buoc-khi-lu-len", 1310, flood],
  ["von-dau-tu-cong-chin-thang", 1050, spending],
] as const) {
  const page = await browser.newPage({ viewport: { width: 1200, height } });
  await page.setContent(
    `<!doctype html><style>${faces.join("")}body{margin:0;font-family:Sample}svg{display:block}</style>` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${String(height)}" fill="#1f1c1a"><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const { size } = await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(join(library, `${name}.webp`));
  console.log(`${String(size).padStart(7)}  2026/${name}.webp`);
  await page.close();
}
await browser.close();
