/** Sent on `window` at each save; `detail` is a `RefusedSave`, or null when the save goes on. */
export const saveChecked = "cong:save-checked";

/** A save that did not go on. What was typed stays in the form. */
export interface RefusedSave {
  message: string;
  /** Where it would have erased what someone else saved meanwhile: what stands in the form, as text to copy. */
  overtaken?: { text: string };
}

/** Its message stands in the CMS's own notice, which would put the name of the class before it. */
class SaveRefused extends Error {
  override toString(): string {
    return this.message;
  }
}

/** Tells the bar why a save does not go on; the error stops it. */
export function refuseSave(detail: RefusedSave): Error {
  window.dispatchEvent(new CustomEvent(saveChecked, { detail }));
  return new SaveRefused(detail.message);
}
