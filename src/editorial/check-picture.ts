import sharp from "sharp";
import { largestPicture, mostPixels, narrowest, widest } from "../content-model/picture-limits.ts";
import type { Finding } from "./finding.ts";

const megabyte = 1_000_000;

/** A picture by its content, whatever its name says: JPEG, PNG or WebP, of a size that can be shown and kept. */
export async function checkPicture(path: string, data: Buffer): Promise<Finding[]> {
  const name = path.split("/").at(-1) ?? path;
  const block = (message: string, remedy: string): Finding => ({
    level: "block",
    file: path,
    label: "Ảnh",
    message: `${name}: ${message}`,
    remedy,
  });
  const metadata = await sharp(data, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => undefined);
  if (!metadata || !["jpeg", "png", "webp"].includes(metadata.format)) {
    return [
      block("không phải ảnh JPEG, PNG hoặc WebP.", "Xuất ảnh lại ở một trong ba định dạng này rồi tải lên."),
    ];
  }
  const findings: Finding[] = [];
  if (data.byteLength > largestPicture) {
    const size = (data.byteLength / megabyte).toFixed(1).replace(".", ",");
    findings.push(
      block(`nặng ${size} MB, quá 5 MB.`, "Thu nhỏ ảnh (rộng 2000 điểm ảnh là đủ) rồi tải lên lại."),
    );
  }
  const { width, height } = metadata.autoOrient;
  if (width < narrowest)
    findings.push(
      block(
        `chỉ rộng ${String(width)} điểm ảnh, hiện lên sẽ mờ.`,
        `Dùng ảnh rộng ít nhất ${String(narrowest)}, tốt nhất từ 1200 điểm ảnh.`,
      ),
    );
  if (width > widest || height > widest)
    findings.push(block(`rộng hoặc cao quá ${String(widest)} điểm ảnh.`, "Thu nhỏ ảnh rồi tải lên lại."));
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension && (extension === "jpg" ? "jpeg" : extension) !== metadata.format) {
    findings.push(
      block(
        `phần đuôi là .${extension} nhưng bên trong là ${metadata.format.toUpperCase()}.`,
        "Xuất ảnh lại cho đúng định dạng.",
      ),
    );
  }
  if (metadata.exif && hasPosition(metadata.exif)) {
    findings.push({
      level: "advise",
      file: path,
      label: "Ảnh",
      message: `${name}: tệp gốc còn ghi vị trí chụp. Ảnh trên trang đã được xoá thông tin này.`,
      remedy: "Nếu nơi chụp cần giữ kín, hãy tải lên bản đã xoá vị trí.",
    });
  }
  return findings;
}

/** Whether EXIF data points to a GPS directory (tag 0x8825, either byte order). */
function hasPosition(exif: Buffer): boolean {
  return (
    exif.includes(Buffer.from([0x88, 0x25, 0x00, 0x04])) ||
    exif.includes(Buffer.from([0x25, 0x88, 0x04, 0x00]))
  );
}
