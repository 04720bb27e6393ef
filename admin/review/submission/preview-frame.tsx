import { useEffect, useRef, useState } from "preact/hooks";

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
  const shown = published ? version : "new";
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
            address={address}
            width={width}
            title="Bài như người đọc sẽ thấy"
            caption={shown === "both" ? versionName.new : ""}
          />
        )}
      </div>
    </section>
  );
}

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

function Stage(props: { address: string; width: Width; title: string; caption: string }) {
  const { address, width, title, caption } = props;
  const stage = useRef<HTMLDivElement>(null);
  useFit(stage, pixels[width]);
  return (
    <figure>
      {caption && <figcaption>{caption}</figcaption>}
      <div class="stage" ref={stage} data-width={width}>
        <iframe
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
