import type { Clock } from "../../foundation/clock.ts";
import { callAt, type PlannedCall } from "../call-at.ts";
import type { Outbox, Recipient, Sending } from "./outbox.ts";

/** Delivers one message, or throws why not. */
export type Deliver = (sending: Sending) => Promise<void>;

/** What cannot be delivered at any later time either. */
export class NeverDelivered extends Error {}

/** Takes messages out of the outbox and brings them on their way, until stopped. */
export interface Postman {
  /** Resolves when everything that was due has been tried. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

const minute = 60_000;
const longestPause = 2 * 3_600_000;
/** After so long without success a message is given up, in milliseconds. */
const patience = 3 * 86_400_000;

export function startPostman(options: {
  outbox: Outbox;
  deliver: Partial<Record<Recipient["by"], Deliver>>;
  clock: Clock;
  log: (line: string) => void;
}): Postman {
  const { outbox, deliver, clock, log } = options;
  const state = { stopped: false, wanted: false };
  const isStopped = () => state.stopped;
  let running: Promise<void> | undefined;
  let alarm: PlannedCall | undefined;

  async function tryEach(): Promise<void> {
    while (state.wanted && !state.stopped) {
      state.wanted = false;
      for (const sending of outbox.take()) {
        if (isStopped()) return;
        await tryOne(sending);
      }
    }
  }

  async function tryOne(sending: Sending): Promise<void> {
    const way = deliver[sending.to.by];
    try {
      if (!way) throw new NeverDelivered(`${sending.to.by} is not configured any more`);
      await way(sending);
      outbox.sent(sending.id);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const again = nextTry(sending, error);
      outbox.missed(sending.id, why, again);
      if (!again)
        log(
          `ALARM: message ${String(sending.id)} could not be delivered and is given up: ${why}. See npm run mail.`,
        );
      else if (sending.attempts === 0)
        log(`Message ${String(sending.id)} could not be delivered yet and is tried again: ${why}.`);
    }
  }

  /** Twice as long after each failure; undefined when there is no use in it any more. */
  function nextTry({ attempts, madeAt }: Sending, error: unknown): Date | undefined {
    const now = clock().getTime();
    if (error instanceof NeverDelivered || now - madeAt.getTime() > patience) return undefined;
    return new Date(now + Math.min(minute * 2 ** attempts, longestPause));
  }

  function wake(): void {
    state.wanted = true;
    if (state.stopped) return;
    running ??= tryEach().finally(() => {
      running = undefined;
      if (state.wanted) wake();
      else plan();
    });
  }

  function plan(): void {
    alarm?.cancel();
    if (state.stopped) return;
    // An operator's command may have put something back: look now and then.
    const look = new Date(clock().getTime() + minute / 2);
    const next = outbox.next() ?? look;
    alarm = callAt(next < look ? next : look, clock, wake);
  }

  outbox.onPost(wake);
  wake();
  return {
    async idle() {
      while (running) await running;
    },
    async stop() {
      state.stopped = true;
      alarm?.cancel();
      await running;
    },
  };
}
