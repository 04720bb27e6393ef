import { execFile } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/*
 * Makes the sample's videos and sound recordings: drawn pictures of the sample, moved slowly and faded into one another,
 * with a synthetic voice that reads what the captions say. Needs ffmpeg and espeak-ng:
 * node bench/sample-portal/recordings.ts
 */

const run = promisify(execFile);
const library = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "content/sites/tinh/media");

interface Scene {
  /** A picture of the library. */
  picture: string;
  /** What is said while it is shown. */
  says: string;
}

const videos: Readonly<Record<string, readonly Scene[]>> = {
  "2026/mot-ngay-tren-song-may": [
    { picture: "2024/cau-song-may-binh-minh.webp", says: "Năm giờ sáng, sương còn đậu trên cầu Sông Mây." },
    { picture: "2024/cho-noi-ben-que.webp", says: "Chợ nổi Bến Quế đã đông ghe trái cây." },
    { picture: "2025/cang-song-van-giang.webp", says: "Trưa, sà lan chở hàng cập cảng Vân Giang." },
    { picture: "2026/toan-canh-thanh-pho.webp", says: "Chiều xuống, thành phố lên đèn bên sông." },
  ],
  "2026/tu-cong-truong-den-cay-cau": [
    { picture: "2025/cong-truong-cau-vuot.webp", says: "Hai năm trước, nơi đây còn là công trường." },
    { picture: "2026/ke-chong-sat-lo.webp", says: "Bờ sông được kè đá trước mùa lũ." },
    { picture: "2026/khanh-thanh-cau.webp", says: "Ngày thông xe, bà con đi bộ qua cầu đầu tiên." },
  ],
};

const sounds: Readonly<Record<string, readonly string[]>> = {
  "2026/ban-tin-sang-lich-xuong-giong": [
    "Bản tin sáng của Cổng thông tin điện tử tỉnh Sông Mây.",
    "Sở Nông nghiệp và Môi trường vừa ban hành lịch xuống giống lúa đông xuân.",
    "Đợt một từ ngày hai mươi tháng mười một, ở chân ruộng cao.",
    "Đợt hai từ ngày năm tháng mười hai, ở vùng tưới chủ động.",
    "Đợt ba từ ngày hai mươi tháng mười hai, dành cho vùng thấp ven sông, để né lũ muộn.",
    "Bà con không gieo khi trời rét dưới mười lăm độ. Chúc bà con một vụ mùa thuận lợi.",
  ],
};

const work = await mkdtemp(join(tmpdir(), "cong-recordings-"));
for (const [name, scenes] of Object.entries(videos)) await makeVideo(name, scenes);
for (const [name, lines] of Object.entries(sounds)) {
  const voice = await speak(lines.join("\n"), "sound");
  const file = join(library, `${name}.m4a`);
  await run("ffmpeg", [
    "-y",
    "-i",
    voice,
    "-ac",
    "1",
    "-c:a",
    "aac",
    "-b:a",
    "40k",
    "-movflags",
    "+faststart",
    file,
  ]);
  await report(file);
}
await rm(work, { recursive: true, force: true });

/** Each scene is as long as what is said in it and a breath; the captions say the same at the same time. */
async function makeVideo(name: string, scenes: readonly Scene[]): Promise<void> {
  const parts: string[] = [];
  const cues: string[] = ["WEBVTT"];
  let at = 0;
  for (const [index, { picture, says }] of scenes.entries()) {
    const voice = await speak(says, String(index));
    const seconds = Math.ceil((await lengthOf(voice)) * 10 + 8) / 10;
    const part = join(work, `${String(index)}.mp4`);
    const frames = Math.round(seconds * 25);
    const move = `scale=1920:-2,zoompan=z='1+0.0012*on':x='(iw-iw/zoom)*${index % 2 ? "0.2" : "0.7"}':y='(ih-ih/zoom)*0.5':d=${String(frames)}:s=640x360:fps=25`;
    const fade = `fade=t=in:d=0.4,fade=t=out:st=${(seconds - 0.4).toFixed(1)}:d=0.4`;
    await run("ffmpeg", [
      "-y",
      "-i",
      join(library, picture),
      "-i",
      voice,
      "-filter_complex",
      `[0:v]${move},${fade},format=yuv420p[v];[1:a]apad[a]`,
      "-map",
      "[v]",
      "-map",
      "[a]",
      "-t",
      String(seconds),
      "-r",
      "25",
      "-c:v",
      "libx264",
      "-preset",
      "medium",
      "-crf",
      "29",
      "-c:a",
      "aac",
      "-ac",
      "1",
      "-ar",
      "22050",
      "-b:a",
      "32k",
      part,
    ]);
    parts.push(`file '${part}'`);
    cues.push(`${clock(at + 0.1)} --> ${clock(at + seconds - 0.2)}\n${says}`);
    at += seconds;
  }
  const list = join(work, "parts.txt");
  await writeFile(list, parts.join("\n"));
  const file = join(library, `${name}.mp4`);
  await run("ffmpeg", [
    "-y",
    "-f",
    "concat",
    "-safe",
    "0",
    "-i",
    list,
    "-c",
    "copy",
    "-movflags",
    "+faststart",
    file,
  ]);
  await writeFile(join(library, `${name}.vtt`), `${cues.join("\n\n")}\n`);
  await report(file);
}

async function speak(text: string, name: string): Promise<string> {
  const file = join(work, `${name}.wav`);
  await run("espeak-ng", ["-v", "vi", "-s", "150", "-w", file, text]);
  return file;
}

async function lengthOf(file: string): Promise<number> {
  const { stdout } = await run("ffprobe", [
    "-v",
    "error",
    "-show_entries",
    "format=duration",
    "-of",
    "csv=p=0",
    file,
  ]);
  return Number(stdout);
}

/** A moment as WebVTT writes it: `00:03.200`. */
function clock(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${String(minutes).padStart(2, "0")}:${rest.toFixed(3).padStart(6, "0")}`;
}

async function report(file: string): Promise<void> {
  const { size } = await stat(file);
  console.log(
    `${String(size).padStart(8)}  ${(await lengthOf(file)).toFixed(1)} s  ${file.slice(library.length + 1)}`,
  );
}
