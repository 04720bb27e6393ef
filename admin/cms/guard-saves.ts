import { nameOf } from "../../src/editorial/verdict.ts";
import { ForgeError, type Github } from "../shared/github.ts";
import { signedInUser } from "../shared/session.ts";
import { loadPortal } from "../shared/submission.ts";
import { shortMoment } from "../shared/time.ts";
import { currentVersion, type Version } from "./current-version.ts";
import type { ImmutableMap } from "./decap.ts";
import { placeOf } from "./entry-place.ts";
import { formText } from "./form-text.ts";
import { noteReplaced } from "./replaced-version.ts";
import { wroteHere } from "./requests.ts";
import { refuseSave, saveChecked } from "./save-refusal.ts";

/**
 * Stops a save whose form was filled from an older version than the forge has now: Decap writes over the newest one.
 * A forge that cannot be asked stops nothing; it answers to the save itself.
 */
export async function guardSave(entry: ImmutableMap, github: Github): Promise<void> {
  const place = placeOf(entry);
  if (place?.slug === "") noteReplaced({ ...place, sha: undefined });
  if (!place?.slug) return;
  const asked = await orNothing(currentVersion(github, place).then((version) => ({ version })));
  const now = asked?.version;
  noteReplaced(asked && { ...place, sha: now?.sha });
  // The file as Decap read it when it filled the form.
  const raw = entry.get("raw");
  if (!now || mayReplace(now, typeof raw === "string" ? raw : "", wroteHere)) {
    window.dispatchEvent(new CustomEvent(saveChecked, { detail: null }));
    return;
  }
  const who = (await orNothing(describeChange(github, now))) ?? "người khác sửa";
  const message = `Bài này vừa được ${who}. Bản của bạn vẫn còn nguyên: bấm «Tải lại bản mới», xem chỗ khác nhau rồi đưa phần bạn viết vào.`;
  throw refuseSave({ message, overtaken: { text: formText(place.collection, entry.get("data")) } });
}

/** Whether a form may replace this version: it was filled from it, or this very tab wrote it. */
export function mayReplace(
  now: Pick<Version, "sha" | "text">,
  loaded: string,
  isOwn: (sha: string) => boolean,
): boolean {
  return plain(now.text) === plain(loaded) || isOwn(now.sha);
}

const plain = (text: string) => text.replace(/^\uFEFF/, "");

async function describeChange(github: Github, { path, ref }: Version): Promise<string | undefined> {
  const [last, portal] = await Promise.all([github.lastChange(path, ref), loadPortal(github)]);
  if (!last) return undefined;
  const login = last.author?.login;
  const name =
    login === undefined
      ? (last.commit.author?.name ?? "người khác")
      : login === signedInUser()?.login
        ? "chính bạn (ở cửa sổ khác)"
        : nameOf(portal, login);
  const at = shortMoment(last.commit.author?.date ?? "");
  return at ? `${name} sửa lúc ${at}` : `${name} sửa`;
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (error instanceof ForgeError) return undefined;
    throw error;
  });
}
