import type { Decap } from "./decap.ts";
import type { DecapStore } from "./decap-state.ts";
import { awaitStore } from "./decap-store.ts";

/** Loads Decap from our own server, with hold of its state; it waits for its settings. */
export async function loadDecap(): Promise<{ cms: Decap; store: DecapStore }> {
  window.CMS_MANUAL_INIT = true;
  const store = awaitStore(window);
  const script = document.createElement("script");
  script.src = "/admin/decap/decap-cms.js";
  await new Promise<void>((resolve, reject) => {
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error("Không tải được phần soạn thảo từ máy chủ."));
    };
    document.head.append(script);
  });
  if (!window.CMS) throw new Error("Phần soạn thảo tải về không dùng được.");
  return { cms: window.CMS, store: store() };
}
