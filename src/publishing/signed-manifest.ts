import { signText } from "./sign-manifest.ts";
import type { Manifest, SignedManifest } from "./manifest.ts";

/** A manifest ready to travel: its text, and the publisher's signature over exactly that text. */
export async function signManifest(manifest: Manifest, keyFile: string): Promise<SignedManifest> {
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  return { manifest, text, signature: await signText(text, keyFile) };
}
