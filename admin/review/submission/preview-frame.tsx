import { useEffect, useRef, useState } from "preact/hooks";

type Width = "phone" | "desk";
const pixels: Record<Width, number> = { phone: 390, desk: 1280 };
const name: Record<Width, string> = { phone: "Điện thoại", desk: "Máy tính" };

/** The submission exactly as readers would see it, at the width of a phone or a desk. It lives on an origin of its own, without access to anything here. */
export function PreviewFrame({ address }: { address: string }) {
  const [width, setWidth] = useState<Width>(() => (window.innerWidth < 700 ? "phone" : "desk"));
  const stage = useRef<HTMLDivElement>(null);
  useFit(stage, pixels[width]);
  return (
    <section class="preview" aria-labelledby="preview">
      <div class="section-head">
        <h2 id="preview">Xem trước</h2>
        <div class="switch" role="group" aria-label="Bề rộng màn hình">
          {(["phone", "desk"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={width === one}
              onClick={() => {
                setWidth(one);
              }}
            >
              {name[one]}
            </button>
          ))}
        </div>
        <a href={address} target="_blank" rel="noopener">
          Mở riêng
        </a>
      </div>
      <div class="stage" ref={stage} data-width={width}>
        <iframe
          src={address}
          title="Bài như người đọc sẽ thấy"
          sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
        />
      </div>
    </section>
  );
}

/** Draws the frame at its full width and shrinks the drawing to the room there is. */
function useFit(stage: { current: HTMLDivElement | null }, width: number): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const fit = () => {
      const scale = Math.min(1, element.clientWidth / width);
      element.style.setProperty("--frame-width", `${String(width)}px`);
      element.style.setProperty("--scale", String(scale));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => {
      observer.disconnect();
    };
  }, [width]);
}
