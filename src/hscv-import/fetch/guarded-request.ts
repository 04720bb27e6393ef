import { lookup as resolveName, type LookupAddress } from "node:dns";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../../foundation/public-address.ts";

/** Where a source may be asked, and with what. */
export interface FetchRules {
  /** Hosts, with their port where that is not the usual one. */
  hosts: ReadonlySet<string>;
  /** Networks that may be asked although they are not on the public internet: `10.1.2.0/24`. */
  privateNetworks: readonly string[];
  /** Sent to these origins alone, never to where a redirect leads. */
  credentials: { origins: ReadonlySet<string>; headers: Readonly<Record<string, string>> };
}

/** An address that must not be asked: nothing was sent there. */
export class AddressRefused extends Error {
  constructor(url: string, why: string) {
    super(`${url}: ${why}`);
    this.name = "AddressRefused";
  }
}

/** An answer whose body is still to be read. */
export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  /** Where it came from in the end. */
  url: string;
  body: IncomingMessage;
}

const mostRedirects = 5;

/** Asks an address and follows its redirects, each of which is judged before anything is sent there. */
export async function guardedRequest(
  address: string,
  rules: FetchRules,
  options: { headers?: Record<string, string>; patience: number },
): Promise<Answer> {
  let url = judged(address, rules);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const body = await send(url, rules, options);
    const { statusCode: status = 0, headers } = body;
    if (status < 300 || status > 399 || status === 304 || headers.location === undefined)
      return { status, headers, url: url.href, body };
    body.destroy();
    const next = judged(new URL(headers.location, url).href, rules);
    if (url.protocol === "https:" && next.protocol === "http:")
      throw new AddressRefused(next.href, "chuyển hướng từ https xuống http");
    url = next;
  }
  throw new AddressRefused(address, `chuyển hướng quá ${String(mostRedirects)} lần`);
}

function judged(address: string, { hosts, privateNetworks }: FetchRules): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new AddressRefused(address, "không phải địa chỉ");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new AddressRefused(address, "chỉ đọc qua http và https");
  if (url.username !== "" || url.password !== "")
    throw new AddressRefused(url.host, "địa chỉ không được mang tên và mật khẩu");
  if (!hosts.has(url.host))
    throw new AddressRefused(address, `máy chủ ${url.host} không có trong danh sách được phép`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isAllowed(host, privateNetworks))
    throw new AddressRefused(address, `${host} là địa chỉ nội bộ`);
  return url;
}

function isAllowed(address: string, networks: readonly string[]): boolean {
  if (isPublicAddress(address)) return true;
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(plain) === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits = ""] = network.split("/");
    list.addSubnet(base, Number(bits), isIP(base) === 4 ? "ipv4" : "ipv6");
  }
  return list.check(plain, family);
}

/** Resolves a name for the very connection that is made, so that no second answer can lead it inward. */
const guardedLookup =
  (networks: readonly string[]): LookupFunction =>
  (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) {
        done(error, "", 0);
        return;
      }
      const refused = addresses.find(({ address }) => !isAllowed(address, networks));
      if (refused) done(new AddressRefused(host, `trỏ về địa chỉ nội bộ ${refused.address}`), "", 0);
      else if (options.all) done(null, addresses);
      else done(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
    });
  };

function send(
  url: URL,
  { privateNetworks, credentials }: FetchRules,
  { headers = {}, patience }: { headers?: Record<string, string>; patience: number },
): Promise<IncomingMessage> {
  const ask = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = ask(
      url,
      {
        lookup: guardedLookup(privateNetworks),
        agent: false,
        headers: {
          "User-Agent": "Cong import",
          Accept: "application/xml, text/xml, */*",
          "Accept-Encoding": "identity",
          ...headers,
          ...(credentials.origins.has(url.origin) ? credentials.headers : {}),
        },
      },
      resolve,
    );
    // No word for so long, at any moment: the answer is given up, and its reader hears of it.
    request.setTimeout(patience, () =>
      request.destroy(new Error(`không trả lời trong ${String(Math.round(patience / 1000))} giây`)),
    );
    request.on("error", reject);
    request.end();
  });
}
