import { aPage } from "./release.ts";
import { withCompressed, type ReleaseFiles } from "./served-release.ts";

/** A release of two sites with every kind of thing that a host answers for. */
export function everythingRelease(word = "một"): ReleaseFiles {
  return {
    ...withCompressed({
      "sites/tinh/index.html": aPage(`trang-chủ-${word}`),
      "sites/tinh/404.html": aPage("không-thấy"),
      "sites/tinh/tin-tuc.html": aPage("tin-tức"),
      "sites/tinh/tin-tuc/2026/bai.html": aPage(`bài-${word}`),
      "sites/tinh/tin-tuc/2026/tin-đã-cũ.html": aPage("địa-chỉ-có-dấu"),
      "sites/tinh/tin-tuc/2026/rut.410.html": aPage("tin-đã-rút"),
      "sites/tinh/rss.xml": "<rss><channel><title>Tin</title></channel></rss>",
      "sites/tinh/robots.txt": "User-agent: *\n",
      "sites/tinh/lich.ics": "BEGIN:VCALENDAR\n",
      "sites/so/index.html": aPage("sở"),
      "assets/_astro/kieu.abc.css": "p{color:red}".repeat(50),
      "assets/_astro/ma.abc.js": "void 0;".repeat(50),
      "assets/_tim-kiem/muc.html": "<p>không phải trang</p>",
    }),
    "sites/tinh/chi-thuong.html": aPage("không-nén"),
    "sites/tinh/tep/cong-van.pdf": Buffer.from("%PDF-1.7 công văn"),
    "sites/tinh/tep/da-rut.pdf.410.html": aPage("tệp-đã-rút"),
    "sites/tinh/tep/khong-ro.xyz": "?",
    "sites/tinh/tep/HOA.PDF": Buffer.from("%PDF-1.7"),
    "sites/tinh/trong.txt": "",
    "sites/tinh/cu/bai.301": "/tin-tuc/2026/bai\n",
    "sites/tinh/cu/tai-lieu.pdf.301": "/tep/cong-van.pdf\n",
    "sites/tinh/cu/ra-ngoai.301": "https://so.songmay.gov.vn/trang?a=1\n",
    "sites/tinh/cu/khong-xuong-dong.301": "/",
    "sites/tinh/cu/sai.301": "//ke-xau.example/\n",
    "sites/tinh/cu/sai-nua.301": "javascript:alert(1)\n",
    "sites/tinh/cu/hai-dong.301": "/a\nSet-Cookie: x=1\n",
    "sites/tinh/cu/rong.301": "",
    "assets/_tep/ab/cd/quyet-dinh.pdf": Buffer.from("%PDF-1.7 quyết định"),
    "assets/_tep/ab/cd/mau-don.docx": Buffer.alloc(3000, "PK mẫu đơn"),
    "assets/_tep/ab/cd/phim.mp4": Buffer.alloc(3000, "phim"),
    "assets/_tep/ab/cd/tieng.m4a": Buffer.alloc(3000, "tiếng"),
    "assets/_tep/ab/cd/phu-de.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n",
    "assets/_anh/anh.abc.webp": Buffer.from([0x52, 0x49, 0x46, 0x46, 0, 1, 2, 3]),
    // Larger than what a host reads in one go.
    "assets/_anh/lon.abc.webp": Buffer.alloc(700_000, "ảnh lớn"),
    "assets/_tim-kiem/chi-muc.pf_meta": Buffer.from([1, 2, 3]),
    "assets/_tim-kiem/pagefind.wasm": Buffer.from([0, 0x61, 0x73, 0x6d]),
  };
}
