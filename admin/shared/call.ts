import { z } from "zod";

/** The forge answered with an error; `message` is in words for people where the forge gave any. */
export class ForgeError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ForgeError";
    this.status = status;
  }
}

/** Asks one address and reads the answer by its shape. */
export type Call = <T extends z.ZodType>(
  shape: T,
  path: string,
  init?: { method?: string; body?: unknown; signal?: AbortSignal },
) => Promise<z.infer<T>>;

/** Asks below `root`. `token` is asked anew for each request, so that signing in again needs no new connection; `onExpired` hears of a refused one. */
export function callerOf(options: {
  root: string;
  token: () => string | undefined;
  onExpired: () => void;
}): Call {
  const { root, token, onExpired } = options;
  return async (shape, path, init = {}) => {
    const response = await fetch(`${root}${path}`, {
      method: init.method ?? "GET",
      // Always ask whether it has changed: the answer is short if it has not.
      cache: "no-cache",
      headers: { Accept: "application/vnd.github+json", Authorization: `token ${token() ?? ""}` },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      ...(init.signal ? { signal: init.signal } : {}),
    }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new ForgeError(0, "Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.");
    });
    if (!response.ok) {
      if (response.status === 401) onExpired();
      throw new ForgeError(response.status, await messageOf(response));
    }
    return shape.parse(response.status === 204 ? undefined : await response.json());
  };
}

async function messageOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => undefined);
  const { message } = z.object({ message: z.string() }).catch({ message: "" }).parse(answer);
  if (response.status === 401) return "Phiên làm việc đã hết hạn. Hãy đăng nhập lại.";
  return message || `Máy chủ trả lời lỗi ${String(response.status)}.`;
}

/** An error in words for the page; nothing for a refused token, of which the page tells in its own place. */
export function wordsOf(error: unknown): string {
  if (error instanceof ForgeError && error.status === 401) return "";
  return error instanceof Error ? error.message : String(error);
}
