import { useEffect, useState } from "preact/hooks";
import type { NamedEntry } from "../../../src/editorial/desk-answers.ts";
import { shortestReason } from "../../../src/editorial/remark.ts";
import { rolesOf } from "../../../src/editorial/rights.ts";
import { entryForms } from "../../../src/content-model/entry-schemas.ts";
import { wordsOf } from "../../shared/github.ts";
import { siteOf, useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { useKeptText } from "../submission/kept-text.ts";
import { usePortal } from "../use-portal.ts";
import { useChosen } from "./chosen.ts";

/** Many pages taken from their readers at once: which, what readers are told, why it cannot wait. */
export function TakeDownPage({ fresh }: { fresh: string }) {
  const { newsroom, user } = useDesk();
  const [chosen, setChosen] = useChosen();
  const named = useNamed(chosen, fresh);
  const portal = usePortal(fresh);
  const [pasted, setPasted] = useKeptText("go-bai-dia-chi");
  const [shown, setShown] = useKeptText("go-bai-cong-khai");
  const [reason, setReason] = useKeptText("go-bai-ly-do");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<"alone" | "ask">();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    document.title = "Gỡ nhiều bài";
  }, []);
  const may = portal && rolesOf(portal, user.login).includes("approver");
  const entries = named.filter(({ entry }) => entry !== undefined);
  const problems = [
    ...(entries.length === 0 ? ["Chọn ít nhất một bài."] : []),
    ...(named.length > entries.length ? ["Bỏ những địa chỉ không gỡ được khỏi danh sách."] : []),
    ...(shown.trim().length < 10 ? ["Ghi lý do cho người đọc, ít nhất 10 ký tự."] : []),
    ...(reason.trim().length < shortestReason
      ? [`Ghi vì sao phải gỡ ngay, ít nhất ${String(shortestReason)} ký tự.`]
      : []),
  ];

  const add = () => {
    setChosen([...chosen, ...pasted.split(/\s+/).filter(Boolean)]);
    setPasted("");
  };
  const send = async (alone: boolean) => {
    setAsked(true);
    if (problems.length > 0 || !newsroom) return;
    setBusy(alone ? "alone" : "ask");
    setFailure("");
    try {
      const files = entries.flatMap(({ entry }) => entry?.file ?? []);
      const { number } = await newsroom.takeDown({ entries: files, shown, reason, alone });
      setChosen([]);
      setShown("");
      setReason("");
      location.hash = addressOf({ page: "submission", number });
    } catch (error) {
      setFailure(wordsOf(error));
      setBusy(undefined);
    }
  };
  return (
    <>
      <a class="back" href="#/tim-bai">
        ← Tìm bài
      </a>
      <h1>Gỡ nhiều bài cùng lúc</h1>
      <p class="quiet lead">
        Dùng khi một loạt bài phải ẩn ngay. Tất cả được gỡ trong một lần; địa chỉ của từng bài hiện thông báo
        đã gỡ trên mọi máy chủ. Đăng lại cũng chỉ một lần bấm.
      </p>
      {portal && !may && (
        <p class="notice">Chỉ người duyệt mới gỡ được bài. Hãy báo người duyệt phụ trách trang này.</p>
      )}
      <form
        class="take-down card"
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <section aria-labelledby="cac-bai">
          <h2 id="cac-bai">
            Các bài sẽ gỡ <span class="count">{entries.length}</span>
          </h2>
          {named.length === 0 && (
            <p class="quiet">
              Chưa chọn bài nào: dán địa chỉ vào ô dưới, hoặc đánh dấu ở trang <a href="#/tim-bai">Tìm bài</a>
              .
            </p>
          )}
          <ul class="chosen">
            {named.map(({ asked: address, entry, problem }) => (
              <Chosen
                key={address}
                {...{ address, entry, problem }}
                onRemove={() => {
                  setChosen(chosen.filter((one) => one !== address));
                }}
              />
            ))}
          </ul>
          <label>
            <span>Thêm bằng địa chỉ (mỗi dòng một địa chỉ)</span>
            <textarea
              rows={3}
              value={pasted}
              placeholder="https://songmay.gov.vn/tin-tuc/2026/…"
              onInput={({ currentTarget }) => {
                setPasted(currentTarget.value);
              }}
            />
          </label>
          <button type="button" class="secondary" disabled={pasted.trim() === ""} onClick={add}>
            Thêm vào danh sách
          </button>
        </section>
        <label>
          <span>Lý do người đọc thấy</span>
          <input
            type="text"
            value={shown}
            maxLength={300}
            placeholder="Ví dụ: Số liệu đang được rà soát lại."
            onInput={({ currentTarget }) => {
              setShown(currentTarget.value);
            }}
          />
        </label>
        <label>
          <span>Vì sao phải gỡ ngay, không chờ duyệt</span>
          <textarea
            rows={3}
            value={reason}
            maxLength={2000}
            onInput={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
          />
        </label>
        <p class="quiet">
          Tên bạn và lý do được ghi vào lịch sử. Việc gỡ nằm trong danh sách «Đăng khẩn – chờ duyệt sau» đến
          khi người khác duyệt hoặc các bài được đăng lại, hạn đến hết ngày làm việc tiếp theo.
        </p>
        {asked && problems.length > 0 && (
          <div class="failure" role="alert">
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        {failure && (
          <p class="failure" role="alert">
            {failure}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="danger solid" disabled={busy !== undefined || !may}>
            {busy === "alone"
              ? "Đang gỡ…"
              : entries.length > 1
                ? `Gỡ ngay ${String(entries.length)} bài`
                : "Gỡ ngay"}
          </button>
          <button
            type="button"
            class="secondary"
            disabled={busy !== undefined || !may}
            onClick={() => {
              void send(false);
            }}
          >
            {busy === "ask" ? "Đang gửi…" : "Gửi để người khác duyệt"}
          </button>
        </div>
      </form>
    </>
  );
}

type ChosenProps = Pick<NamedEntry, "entry" | "problem"> & { address: string; onRemove: () => void };

function Chosen({ address, entry, problem, onRemove }: ChosenProps) {
  const { settings } = useDesk();
  return (
    <li>
      <div>
        <strong>{entry?.title ?? address}</strong>
        <p class={problem ? "failure" : "quiet"}>
          {entry
            ? `${entryForms[entry.kind].singular} · ${siteOf(settings, entry.site)?.shortName ?? entry.site}`
            : (problem ?? "Đang tìm…")}
        </p>
      </div>
      <button
        type="button"
        class="plain"
        aria-label={`Bỏ khỏi danh sách: ${entry?.title ?? address}`}
        onClick={onRemove}
      >
        Bỏ
      </button>
    </li>
  );
}

/** What is at the chosen addresses, as the newsroom knows it; the address alone until it has answered. */
function useNamed(chosen: readonly string[], fresh: string): readonly NamedEntry[] {
  const { newsroom } = useDesk();
  const [known, setKnown] = useState<readonly NamedEntry[]>([]);
  const asked = JSON.stringify(chosen);
  useEffect(() => {
    let stopped = false;
    newsroom?.entriesAt(chosen).then(
      ({ entries }) => {
        if (!stopped) setKnown(entries);
      },
      // What is wrong is told when the form is sent.
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [newsroom, asked, fresh]);
  return chosen.map((address) => known.find((one) => one.asked === address) ?? { asked: address });
}
