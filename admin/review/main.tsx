import { render } from "preact";
import { z } from "zod";
import { loadSettings } from "../shared/settings.ts";
import { App } from "./app.tsx";

// This page's policy allows no code made at run time, and zod would try.
z.config({ jitless: true });

const place = document.querySelector("#app");
if (place) {
  loadSettings().then(
    ({ desk }) => {
      render(<App settings={desk} />, place);
    },
    () => {
      render(
        <main class="page narrow">
          <h1>Chưa mở được trang duyệt bài</h1>
          <p>Không kết nối được với máy chủ. Hãy tải lại trang sau ít phút.</p>
        </main>,
        place,
      );
    },
  );
}
