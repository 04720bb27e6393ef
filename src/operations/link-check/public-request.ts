import { lookup as resolveName, type LookupAddress } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../../foundation/public-address.ts";

class InnerAddress extends Error {
  constructor(host: string) {
    super(`${host} là địa chỉ nội bộ`);
    this.name = "InnerAddress";
  }
}

/** Resolves a name for the very connection that is made, so that no second answer can lead it inward. */
const publicLookup: LookupFunction = (host, options, done) => {
  resolveName(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) {
      done(error, "", 0);
      return;
    }
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) done(new InnerAddress(host), "", 0);
    else if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
  });
};

/** As `fetch`, but only to the public internet, without credentials, and for status and headers alone: no body is read. */
export const publicRequest: typeof fetch = (input, init) =>
  new Promise((resolve, reject) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (!/^https?:$/.test(url.protocol) || (isIP(host) !== 0 && !isPublicAddress(host))) {
      reject(new InnerAddress(url.host));
      return;
    }
    url.username = url.password = "";
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const request = send(
      url,
      {
        method: init?.method ?? "GET",
        lookup: publicLookup,
        agent: false,
        headers: { "User-Agent": "Cong link check", Accept: "*/*" },
        ...(init?.signal ? { signal: init.signal } : {}),
      },
      (answer) => {
        const { statusCode = 500, headers } = answer;
        answer.destroy();
        const location = headers.location === undefined ? {} : { Location: headers.location };
        resolve(new Response(null, { status: Math.max(200, statusCode), headers: location }));
      },
    );
    request.on("error", reject);
    request.end();
  });
