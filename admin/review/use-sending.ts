import { useState } from "preact/hooks";
import { wordsOf } from "../shared/call.ts";

/** What a form that sends something shows of it: that it is under way, and in words why it failed. */
export interface Sending {
  busy: boolean;
  /** Empty where nothing failed. */
  failure: string;
  setFailure: (words: string) => void;
  /** Sends, and says whether it was sent; a failure is told, and what was typed is the caller's to keep. */
  send: (work: () => Promise<void>) => Promise<boolean>;
}

/** The state of a form while what it sends is under way. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const send = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure("");
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(wordsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, setFailure, send };
}
