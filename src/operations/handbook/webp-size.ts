/** The sides of a WebP picture without transparency, from its first bytes; undefined for any other file. */
export function webpSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 4) !== "RIFF" || text(8, 16) !== "WEBPVP8 ") return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
