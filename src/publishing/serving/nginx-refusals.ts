import { block, quoted } from "./nginx-text.ts";
import { refusals, type Refusal } from "./refusals.ts";

/** Headers that some refusal adds, by the variable that carries each in nginx (an empty one is not sent). */
export const refusalHeaders = { Allow: "$cong_allow", "Retry-After": "$cong_retry_after" } as const;

/** Where nginx answers a malformed address: a request too broken to have one cannot be sent to a named location. */
export const malformedAddress = "/-malformed";

export const malformedPage = `error_page 400 414 494 = ${malformedAddress};`;

/** The location that answers with a refusal, by default the one of its name; `statements` come first. */
export function nginxRefusal(
  name: keyof typeof refusals,
  statements: readonly string[],
  location = `@${name}`,
): string[] {
  const refusal: Refusal = refusals[name];
  const added = Object.entries(refusalHeaders).flatMap(([header, variable]) => {
    const value = refusal.headers?.[header];
    return value === undefined ? [] : [`set ${variable} ${quoted(value)};`];
  });
  return block(`location ${location}`, [
    ...statements,
    ...added,
    // The type is the refusal's, whatever the address ends in.
    "types { }",
    `default_type ${quoted(refusal.type)};`,
    `return ${refusal.status} ${quoted(refusal.body)};`,
  ]);
}
