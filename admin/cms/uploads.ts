import { libraryFileRefusal } from "../../src/content-model/library-file-refusal.ts";
import {
  endingOf,
  isPictureName,
  largestLibraryFile,
  shownSize,
} from "../../src/content-model/library-files.ts";
import { slugOf } from "../../src/content-model/slug.ts";

/** Longest side of a picture, in pixels: enough for a wide screen, small enough to keep in history for ever. */
const longest = 2000;
const quality = 0.82;

/** Addresses of the pictures prepared since this page was opened, by file name. */
const pictures = new Map<string, string>();

/** The address under which this browser holds a picture that was just chosen and perhaps not saved yet. */
export function uploadedPicture(name: string): string | undefined {
  return pictures.get(name);
}

/** Holds a picture for as long as this page is open; returns its address. */
export function holdPicture(name: string, file: Blob): string {
  const address = URL.createObjectURL(file);
  pictures.set(name, address);
  return address;
}

/** What is said about a file that cannot be taken. */
class RefusedUpload extends Error {}

/**
 * Prepares every file before Decap sees it. A document or recording that the library would refuse is refused here, before
 * it is sent. A picture is made fit for the web: at most 2000 pixels, without the place where it was taken, under a
 * name of its own (phones call each picture image.jpg, and Decap would want to replace the other one). Decap's own
 * resizing would enlarge small pictures and distort tall ones.
 */
export function prepareUploads(page: Document): void {
  page.addEventListener(
    "change",
    (event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.files?.length) return;
      // Read, not sent.
      if (input.dataset["word"] !== undefined) return;
      // Our own event below is not trusted, and passes.
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      const files = [...input.files];
      void Promise.all(files.map(prepare)).then(
        (prepared) => {
          const transfer = new DataTransfer();
          for (const file of prepared) {
            transfer.items.add(file);
            if (file.type.startsWith("image/")) holdPicture(file.name, file);
          }
          input.files = transfer.files;
          input.dispatchEvent(new Event("change", { bubbles: true }));
        },
        (error: unknown) => {
          input.value = "";
          window.alert(
            error instanceof RefusedUpload
              ? error.message
              : "Không đọc được ảnh này. Hãy lưu ảnh ở dạng JPEG, PNG hoặc WebP rồi tải lên lại.",
          );
        },
      );
    },
    { capture: true },
  );
}

function prepare(file: File): Promise<File> {
  return file.type.startsWith("image/") || isPictureName(file.name)
    ? preparePicture(file)
    : prepareFile(file);
}

async function prepareFile(file: File): Promise<File> {
  const most = largestLibraryFile(file.name);
  if (file.size > most)
    throw new RefusedUpload(`${file.name} nặng ${shownSize(file.size)}, quá ${shownSize(most)}.`);
  const refused = libraryFileRefusal(file.name, new Uint8Array(await file.arrayBuffer()));
  if (refused) throw new RefusedUpload(`${file.name}: ${refused.message} ${refused.remedy}`);
  return new File([file], uniqueName(file.name, endingOf(file.name), Math.random()), { type: file.type });
}

/** A picture made fit for the web, under a name of its own. */
export async function preparePicture(file: File): Promise<File> {
  if (!file.type.startsWith("image/")) throw new Error("not a picture");
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const size = fitted(picture.width, picture.height);
  const canvas = new OffscreenCanvas(size.width, size.height);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  let blob = await canvas.convertToBlob({ type: "image/webp", quality });
  // Browsers that cannot write WebP write PNG instead, which is far too big for a photograph.
  if (blob.type !== "image/webp") blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
  return new File([blob], uniqueName(file.name, blob.type === "image/webp" ? "webp" : "jpg", Math.random()), {
    type: blob.type,
  });
}

/** The size of a picture within the longest side; never larger than it is. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** A file name of ASCII letters that no other file has; `chance` is from 0 to 1. */
export function uniqueName(name: string, ending: string, chance: number): string {
  const base = slugOf(name.replace(/\.[^.]*$/, "")).slice(0, 60) || "anh";
  const mark = Math.floor(chance * 36 ** 5)
    .toString(36)
    .padStart(5, "0");
  return `${base}-${mark}.${ending}`;
}
