/** The id that git gives a file of this text. */
export async function blobId(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const head = new TextEncoder().encode(`blob ${String(bytes.length)}\0`);
  const digest = await crypto.subtle.digest("SHA-1", await new Blob([head, bytes]).arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
