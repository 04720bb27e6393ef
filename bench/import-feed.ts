import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { aRandom } from "./random.ts";

/** A list as an office's system exports it, some 1,200 bytes a document; the same for the same number. */
export async function writeFeed(file: string, records: number): Promise<void> {
  const random = aRandom(2026);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const out = createWriteStream(file);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<DanhSachVanBan>\n');
  for (let index = 1; index <= records; index += 1) {
    const [type, symbol] = pick(types);
    const date = new Date(
      Date.UTC(
        2006 + Math.floor((index / records) * 20),
        Math.floor(random() * 12),
        1 + Math.floor(random() * 28),
      ),
    );
    const issuer = pick(issuers);
    const day = [date.getUTCDate(), date.getUTCMonth() + 1]
      .map((part) => String(part).padStart(2, "0"))
      .join("/");
    const excerpt = `Về việc ${Array.from({ length: 40 }, () => pick(words)).join(" ")} năm ${String(date.getUTCFullYear())}`;
    const record = `  <VanBan Id="vb-${String(index)}">
    <SoKyHieu>${String(1 + (index % 90_000))}/${symbol}-UBND</SoKyHieu>
    <LoaiVanBan>${type}</LoaiVanBan>
    <CoQuanBanHanh>${issuer}</CoQuanBanHanh>
    <TrichYeu><![CDATA[${excerpt}]]></TrichYeu>
    <NguoiKy>Trần Văn Bình</NguoiKy>
    <ChucVuNguoiKy>Phó Chủ tịch (ký thay Chủ tịch)</ChucVuNguoiKy>
    <NgayBanHanh>${day}/${String(date.getUTCFullYear())}</NgayBanHanh>
    <LinhVuc>Nông nghiệp – Nông thôn</LinhVuc>
    <DoMat>Thường</DoMat>
    <NoiNhan>${"Như trên; các sở, ban, ngành; Ủy ban nhân dân các xã, phường; lưu văn thư. ".repeat(4)}</NoiNhan>
  </VanBan>\n`;
    if (!out.write(record)) await once(out, "drain");
  }
  out.end("</DanhSachVanBan>\n");
  await once(out, "finish");
}

const types = [
  ["Quyết định", "QĐ"],
  ["Kế hoạch", "KH"],
  ["Thông báo", "TB"],
  ["Báo cáo", "BC"],
] as const;
const issuers = Array.from({ length: 40 }, (_, index) => `Ủy ban nhân dân xã Bến Quê ${String(index + 1)}`);
const words =
  "phê duyệt kế hoạch đầu tư xây dựng đường nông thôn mới hỗ trợ sản xuất lúa chất lượng cao phòng chống thiên tai cải cách hành chính chuyển đổi số giáo dục y tế môi trường nước sạch".split(
    " ",
  );
