import type { FileChange } from "./load-changes.ts";

/** The pictures that come, go or change, before and after. */
export function Pictures({ changes }: { changes: FileChange[] | undefined }) {
  const pictures = changes?.filter((change) => change.kind === "picture") ?? [];
  if (pictures.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">Ảnh</h2>
      <div class="pictures">
        {pictures.map(({ path, before, after }) => (
          <figure key={path}>
            <div class="picture-pair">
              {before && <Picture url={before} label={after ? "Trước" : "Bị xoá"} />}
              {after && <Picture url={after} label={before ? "Sau" : "Ảnh mới"} />}
            </div>
            <figcaption class="path">{path.split("/").at(-1)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function Picture({ url, label }: { url: string; label: string }) {
  return (
    <a href={url} target="_blank" rel="noopener">
      <img src={url} alt={label} loading="lazy" />
      <span>{label}</span>
    </a>
  );
}
