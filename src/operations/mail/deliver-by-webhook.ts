import { createHmac } from "node:crypto";
import { partsAsText } from "./letter.ts";
import type { MailSettings } from "./mail-settings.ts";
import type { Deliver } from "./postman.ts";

const patience = 20_000;

/**
 * Posts messages as JSON. `X-Cong-Signature-256` is `sha256=` and the HMAC of the body with the secret, as on GitHub;
 * `X-Cong-Delivery` stays the same when one is tried again.
 */
export function deliverByWebhook(
  { url, secret }: NonNullable<MailSettings["webhook"]>,
  { portal }: { portal: () => Promise<string> },
): Deliver {
  return async ({ letter, messageId }) => {
    const from = await portal();
    const links = letter.parts.filter((part) => typeof part === "object" && "link" in part);
    const body = JSON.stringify({
      id: messageId,
      portal: from,
      subject: letter.subject,
      text: partsAsText(letter),
      links,
    });
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "X-Cong-Delivery": messageId,
        "X-Cong-Signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
      body,
    }).catch(() => undefined);
    await response?.body?.cancel();
    if (!response?.ok)
      throw new Error(
        response ? `the webhook answered ${String(response.status)}` : "the webhook could not be reached",
      );
  };
}
