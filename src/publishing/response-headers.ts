/** Headers of a public page that only `ancestors` may show in a frame. No page needs more than its own origin. */
export function headersFramedBy(ancestors: string): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "media-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${ancestors}`,
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}

/** Headers of every answer of a public host. */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...headersFramedBy("'none'"),
  "X-Frame-Options": "DENY",
};

/** Folders at the root of every site whose files' names change with their bytes; a host keeps those of earlier releases. */
export const assetFolders = ["_astro", "_anh", "_tep", "_tim-kiem"] as const;

const year = 31_536_000;

/** How long browsers may keep a file: for ever where the name changes with the bytes, else they ask each time. */
export function cacheControl(path: string): string {
  if (path === "/phien-ban.json") return "no-store";
  return isImmutable(path) ? `public, max-age=${String(year)}, immutable` : "no-cache";
}

const assetPath = new RegExp(`^/(?:${assetFolders.join("|")})/`);

/** Whether an address is that of a file whose name changes with its bytes. */
export function isImmutable(path: string): boolean {
  return assetPath.test(path);
}
