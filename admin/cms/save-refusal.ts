/** Sent on `window` at each save; `detail` is a `RefusedSave`, or null when the save goes on. */
export const saveChecked = "cong:save-checked";

/** A save that did not go on. What was typed stays in the form. */
export interface RefusedSave {
  message: string;
  /** Where it would have erased what someone else saved meanwhile: what stands in the form, as text to copy. */
  overtaken?: { text: string };
}

/** What Decap's own notice says, which goes by itself: the bar says why, and stays. */
export const reasonAbove = "xem lý do ở đầu trang.";

/** Decap's notice would put the name of the class before its message. */
class SaveRefused extends Error {
  override toString(): string {
    return this.message;
  }
}

/** Tells the bar why a save does not go on; the error stops it. */
export function refuseSave(detail: RefusedSave): Error {
  window.dispatchEvent(new CustomEvent(saveChecked, { detail }));
  return new SaveRefused(reasonAbove);
}
