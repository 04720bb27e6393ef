import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import sharp from "sharp";
import { writeAddresses } from "../../src/operations/addresses-file.ts";
import { openAccountOffice } from "../../src/operations/accounts/account-office.ts";
import { startNewsroom } from "../../src/operations/newsroom.ts";
import { provideData, readAddresses, type Addresses } from "../../tests/support/newsroom.ts";
import type { Camera } from "./camera.ts";
import type { StoryClock } from "./story-clock.ts";

type Account = Addresses["accounts"][number];

/** Where the handbook's story is played: the newsroom, browsers, the time, the camera. */
export interface Stage {
  addresses: Addresses;
  clock: StoryClock;
  camera: Camera;
  /** A browser of its own for somebody, at the width of a desk or a telephone. */
  browser: (width: "desk" | "phone") => Promise<BrowserContext>;
  account: (login: string) => Account;
  /** Gives somebody a password that an administrator chose: it opens once. */
  newPassword: (login: string) => Promise<Account>;
  /** A photograph of the sample portal as a camera gives it. */
  photo: (name: string) => Promise<string>;
  close: () => Promise<void>;
}

const sizes = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1.5 },
};

export async function openStage(options: {
  data: string;
  clock: StoryClock;
  browser: Browser;
  camera: Camera;
}): Promise<Stage> {
  const { data, clock, browser, camera } = options;
  const checkout = join(import.meta.dirname, "../..");
  await provideData(data);
  const newsroom = await startNewsroom({
    checkout,
    data,
    firstPort: 0,
    address: "127.0.0.1",
    clock: clock.now,
    log: () => undefined,
  });
  writeAddresses(newsroom);
  const addresses = await readAddresses(data);
  const account = (login: string) => {
    const found = addresses.accounts.find((one) => one.login === login);
    if (!found) throw new Error(`The sample portal has no account ${login}.`);
    return found;
  };
  return {
    addresses,
    clock,
    camera,
    account,
    async browser(width) {
      const context = await browser.newContext({
        ...sizes[width],
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        colorScheme: "light",
        reducedMotion: "reduce",
      });
      context.setDefaultTimeout(20_000);
      await clock.keepIn(context);
      return context;
    },
    async newPassword(login) {
      const office = await openAccountOffice(data, clock.now);
      const password = "tam-thoi-doi-ngay-2026";
      await office.setPassword(login, password);
      office.close();
      return { ...account(login), password };
    },
    async photo(name) {
      const path = join(data, `${name}.jpg`);
      await sharp(join(checkout, `content/sites/tinh/media/2026/${name}.webp`))
        .jpeg({ quality: 85 })
        .toFile(path);
      return path;
    },
    close: () => newsroom.stop(),
  };
}
