import type { Ref } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useMarks, type MarkedChanges } from "./use-marks.ts";

type Width = "phone" | "desk";
const pixels: Record<Width, number> = { phone: 390, desk: 1280 };
const widthName: Record<Width, string> = { phone: "Điện thoại", desk: "Máy tính" };

type Version = "new" | "published" | "both";
const versionName: Record<Version, string> = {
  new: "Bản mới",
  published: "Đang đăng",
  both: "Cạnh nhau",
};

interface Props {
  address: string;
  /** The same page as it is published; undefined for what is new. */
  published: string | undefined;
}

/** The submission exactly as readers would see it, beside what they see now, at the width of a phone or a desk. Both live on an origin of their own, without access to anything here. */
export function PreviewFrame({ address, published }: Props) {
  const [width, setWidth] = useState<Width>(() => (window.innerWidth < 700 ? "phone" : "desk"));
  const [version, setVersion] = useState<Version>("new");
  const [wanted, setWanted] = useState(() => localStorage.getItem(wantedKey) !== "0");
  const shown = published ? version : "new";
  const marked = published !== undefined && shown !== "published" && wanted;
  const { frame, changes, step } = useMarks(address, marked);
  return (
    <section class="preview" aria-labelledby="preview">
      <div class="section-head">
        <h2 id="preview">Xem trước</h2>
        {published && <Switch label="Bản nào" names={versionName} chosen={version} choose={setVersion} />}
        <Switch label="Bề rộng màn hình" names={widthName} chosen={width} choose={setWidth} />
        <a href={shown === "published" && published ? published : address} target="_blank" rel="noopener">
          Mở riêng
        </a>
      </div>
      {published && shown !== "published" && (
        <div class="mark-tools">
          <label class="toggle">
            <input
              type="checkbox"
              checked={wanted}
              onChange={({ currentTarget }) => {
                setWanted(currentTarget.checked);
                localStorage.setItem(wantedKey, currentTarget.checked ? "1" : "0");
              }}
            />
            <span>Đánh dấu chỗ sửa</span>
          </label>
          {marked && <Walk changes={changes} step={step} />}
        </div>
      )}
      <div class="stages" data-width={width}>
        {published && shown !== "new" && (
          <Stage
            address={published}
            width={width}
            title="Bài như người đọc đang thấy"
            caption={shown === "both" ? versionName.published : ""}
          />
        )}
        {shown !== "published" && (
          <Stage
            key={marked ? "marked" : "plain"}
            frame={frame}
            address={marked ? `${address}?cho-sua` : address}
            width={width}
            title={marked ? "Bài mới, có đánh dấu chỗ sửa" : "Bài như người đọc sẽ thấy"}
            caption={shown === "both" ? versionName.new : ""}
          />
        )}
      </div>
    </section>
  );
}

const wantedKey = "cong-duyet-danh-dau";

/** How many places changed, and the way from one to the next. */
function Walk({ changes, step }: { changes: MarkedChanges | undefined; step: (by: 1 | -1) => void }) {
  const { count, here } = changes ?? { count: 0, here: 0 };
  return (
    <div class="walk" role="group" aria-label="Các chỗ sửa">
      <span role="status">
        {changes && (here === 0 ? counted(count) : `Chỗ sửa ${String(here)}/${String(count)}`)}
      </span>
      {count > 0 && (
        <>
          <button
            type="button"
            class="secondary"
            aria-keyshortcuts="p"
            onClick={() => {
              step(-1);
            }}
          >
            ‹ Trước
          </button>
          <button
            type="button"
            class="secondary"
            aria-keyshortcuts="n"
            onClick={() => {
              step(1);
            }}
          >
            Sau ›
          </button>
          <span class="quiet keys">
            Phím <kbd>p</kbd> <kbd>n</kbd>
          </span>
        </>
      )}
    </div>
  );
}

const counted = (count: number) =>
  count === 0 ? "Trang không đổi chữ hay ảnh nào." : `${String(count)} chỗ sửa`;

function Switch<Choice extends string>(props: {
  label: string;
  names: Record<Choice, string>;
  chosen: Choice;
  choose: (choice: Choice) => void;
}) {
  const { label, names, chosen, choose } = props;
  return (
    <div class="switch" role="group" aria-label={label}>
      {(Object.keys(names) as Choice[]).map((one) => (
        <button
          key={one}
          type="button"
          data-choice={one}
          aria-pressed={chosen === one}
          onClick={() => {
            choose(one);
          }}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}

interface StageProps {
  address: string;
  width: Width;
  title: string;
  caption: string;
  frame?: Ref<HTMLIFrameElement>;
}

function Stage({ address, width, title, caption, frame }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  useFit(stage, pixels[width]);
  return (
    <figure>
      {caption && <figcaption>{caption}</figcaption>}
      <div class="stage" ref={stage} data-width={width}>
        <iframe
          ref={frame ?? null}
          src={address}
          title={title}
          sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          loading="lazy"
        />
      </div>
    </figure>
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
