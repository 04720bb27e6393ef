import { useEffect, useState } from "preact/hooks";
import type { FoundEntry, SearchWish } from "../../../src/editorial/desk-answers.ts";
import { wordsOf } from "../../shared/github.ts";
import { useDesk } from "../desk.ts";

/** How long somebody pauses who goes on typing, in ms. */
const pause = 120;
/** While the index is made, what is found grows by itself. */
const untilMore = 2_000;

export interface Search {
  /** Undefined until the first answer. */
  results: FoundEntry[] | undefined;
  more: boolean;
  /** Versions that the newsroom has still to read. */
  unread: number;
  failure: string;
  /** The wish that the results answer. */
  answered: SearchWish | undefined;
  showMore: () => void;
}

const nothing = { results: undefined, more: false, unread: 0, failure: "", answered: undefined };

/** Searches while somebody types; an answer that comes after the next question is thrown away. */
export function useSearch(wish: SearchWish, fresh: string): Search {
  const { newsroom } = useDesk();
  const [answer, setAnswer] = useState<Omit<Search, "showMore">>(nothing);
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(wish);

  useEffect(() => {
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      newsroom?.search({ ...wish, from: 0 }, stop.signal).then(
        ({ results, more, unread }) => {
          if (stop.signal.aborted) return;
          setAnswer({ results, more, unread, failure: "", answered: wish });
          if (unread > 0)
            again = setTimeout(() => {
              setRound((last) => last + 1);
            }, untilMore);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setAnswer((last) => ({ ...last, failure: wordsOf(error) }));
        },
      );
    }, pause);
    return () => {
      stop.abort();
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [newsroom, asked, fresh, round]);

  const showMore = () => {
    const from = answer.results?.length ?? 0;
    newsroom?.search({ ...wish, from }, new AbortController().signal).then(
      ({ results, more }) => {
        setAnswer((last) =>
          last.answered === answer.answered
            ? { ...last, more, results: [...(last.results ?? []), ...results] }
            : last,
        );
      },
      (error: unknown) => {
        setAnswer((last) => ({ ...last, failure: wordsOf(error) }));
      },
    );
  };
  return { ...answer, showMore };
}
