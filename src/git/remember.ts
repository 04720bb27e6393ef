const isId = (name: string) => /^[0-9a-f]{40}$/.test(name);

/** Answers that are kept, and how many items one may have: a list of thousands is asked for once and not again. */
const most = 2000;
const mostItems = 100;

/** Gives an answer that was given before, or asks. What is asked about by anything else than ids is asked every time. */
export type Remember = <Answer>(
  question: string,
  ids: readonly string[],
  ask: () => Promise<Answer>,
) => Promise<Answer>;

/**
 * Remembers what git says of commits and trees, which never changes: each question is a process of its own, and pages and
 * checks ask the same of an open submission again and again.
 */
export function rememberAnswers(): Remember {
  const known = new Map<string, Promise<unknown>>();
  return async <Answer>(question: string, ids: readonly string[], ask: () => Promise<Answer>) => {
    if (!ids.every(isId)) return ask();
    const key = [question, ...ids].join(" ");
    const answer = (known.get(key) as Promise<Answer> | undefined) ?? ask();
    known.delete(key);
    known.set(key, answer);
    const [oldest] = known.size > most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    try {
      const given = await answer;
      if (!Array.isArray(given)) return given;
      if (given.length > mostItems) known.delete(key);
      // Who was given a list may turn it round.
      return [...given] as Answer;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
}
