import { addressOf } from "../route.ts";
import { useChosen } from "./chosen.ts";

/** Chooses one entry to be taken down with others. */
export function ChooseBox({ file, title }: { file: string; title: string }) {
  const [chosen, setChosen] = useChosen();
  return (
    <label class="check choose">
      <input
        type="checkbox"
        aria-label={`Chọn để gỡ: ${title}`}
        checked={chosen.includes(file)}
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.checked ? [...chosen, file] : chosen.filter((one) => one !== file));
        }}
      />
    </label>
  );
}

/** How many are chosen, and the way to take them down. */
export function ChosenBar() {
  const [chosen, setChosen] = useChosen();
  if (chosen.length === 0) return null;
  return (
    <div class="chosen-bar" role="region" aria-label="Bài đã chọn để gỡ">
      <p role="status">Đã chọn {chosen.length} bài</p>
      <div class="actions">
        <button
          type="button"
          class="secondary"
          onClick={() => {
            setChosen([]);
          }}
        >
          Bỏ chọn
        </button>
        <a href={addressOf({ page: "take-down" })}>Gỡ các bài này…</a>
      </div>
    </div>
  );
}
