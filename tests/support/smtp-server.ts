import { SMTPServer } from "smtp-server";
import PostalMime, { type Email } from "postal-mime";
import { onTestFinished } from "vitest";
import { until } from "./until.ts";

/** A mail that the server took. */
export interface TakenMail {
  from: string;
  to: string[];
  raw: string;
  mail: Email;
}

/** A real mail server on this machine. */
export interface TestMailServer {
  /** As `CONG_SMTP_URL` takes it. */
  url: string;
  taken: TakenMail[];
  /** Waits for so many mails in all and returns them. */
  mails: (count: number) => Promise<TakenMail[]>;
  /** What it says to a recipient, once for each number in the list: `451`, `550`; it takes mail again when the list is used up. */
  refuse: (...codes: number[]) => void;
  close: () => Promise<void>;
}

/** Takes mail on a port that the system chooses; closed when the test ends, or by hand where there is no test. */
export async function aMailServer({ port = 0, byHand = false } = {}): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo(_address, _session, done) {
      const code = refusals.shift();
      if (code === undefined) done();
      else
        done(
          Object.assign(new Error(code < 500 ? "try again later" : "no such user"), { responseCode: code }),
        );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        void PostalMime.parse(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          taken.push({
            from: mailFrom === false ? "" : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: raw.toString("utf8"),
            mail,
          });
          done();
        });
      });
    },
  });
  await new Promise<void>((listening) => {
    server.listen(port, "127.0.0.1", listening);
  });
  const address = server.server.address();
  const at = typeof address === "object" ? address?.port : undefined;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => {
        closed();
      });
    });
  if (!byHand) onTestFinished(close);
  return {
    url: `smtp://127.0.0.1:${String(at)}`,
    taken,
    mails: (count) =>
      until(`${String(count)} mails`, () => Promise.resolve(taken.length >= count ? taken : undefined), {
        seconds: 20,
        every: 10,
      }),
    refuse: (...codes) => {
      refusals.push(...codes);
    },
    close,
  };
}
