import { useEffect, useState } from "preact/hooks";
import { forgeAway } from "../wait-for-forge.ts";

/** Shown while the CMS waits for the forge to open. */
export function ForgeAwayLine() {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const read = (event: Event) => {
      setAway((event as CustomEvent<boolean>).detail);
    };
    window.addEventListener(forgeAway, read);
    return () => {
      window.removeEventListener(forgeAway, read);
    };
  }, []);
  if (!away) return null;
  return (
    <div class="bar-line" data-tone="wait" role="status">
      <p>
        <strong>Chưa kết nối được với máy chủ.</strong> Trang tự thử lại; bạn không phải đăng nhập lại.
      </p>
    </div>
  );
}
