import { expectThat } from "./check.ts";

/** A page as a reader gets it. */
export interface ReadPage {
  status: number;
  type: string;
  headers: Headers;
  text: string;
}

/** Reads a page of a host without following redirects; what cannot be reached is told in the words of the record. */
export async function readPage(url: string): Promise<ReadPage> {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => {
      throw new Error(`không kết nối được ${url}: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    headers: response.headers,
    text,
  };
}

/** Reads a page that must answer 200 with this type. */
export async function readWhole(url: string, type: string): Promise<ReadPage> {
  const page = await readPage(url);
  expectThat(page.status === 200, `${url} trả lời ${page.status}`);
  expectThat(page.type.startsWith(type), `${url} có kiểu ${page.type || "không rõ"}, không phải ${type}`);
  return page;
}
