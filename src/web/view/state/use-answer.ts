import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Edits } from "../../engine/page-data.ts";
import type { Answers, Question, Refusal } from "../../engine/protocol.ts";
import type { EngineClient } from "./engine-types.ts";
import { isSameValue } from "./same-value.ts";

/** The engine, and the number of the data that it has: a question is asked again when the data is other. */
export interface EngineState {
  readonly client: EngineClient;
  /** A second one, for what takes seconds: no verdict waits for it. */
  readonly slow: EngineClient;
  readonly version: number;
  /** What questions are about, where it is not the page as it is. */
  readonly edits?: Edits;
}

/** How a question is asked. */
interface Asking {
  /** `base`: about the page as it is, whatever is edited; or about other edits than those that views show. */
  readonly about?: "base" | Edits;
  readonly isSlow?: boolean;
}

/** What views ask. */
export const EngineContext = createContext<EngineState | undefined>(undefined);

/** What is known of a question's answer; the last one is shown until there is another. */
export interface Known<Kind extends Question["kind"]> {
  readonly answer?: Answers[Kind];
  readonly refusal?: Refusal;
  readonly fault?: string;
  /** Whether a newer answer is on its way. */
  readonly isWaiting: boolean;
}

/** Asks a question, again whenever it or the data changes; no question has no answer. */
export function useAnswer<Kind extends Question["kind"]>(
  question: (Question & { readonly kind: Kind }) | undefined,
  { about, isSlow = false }: Asking = {},
): Known<Kind> {
  const engine = useContext(EngineContext);
  const [known, setKnown] = useState<Known<Kind>>({ isWaiting: true });
  const last = useRef(question);
  // A view makes its question anew each time it is drawn. As a text, one with a large manifest would take longer to compare than to answer.
  if (!isSameValue(last.current, question)) last.current = question;
  const current = last.current;
  const edits = about === "base" ? undefined : (about ?? engine?.edits);
  // Asked before the page is drawn, as the answer takes less time than a frame.
  useLayoutEffect(() => {
    if (engine === undefined || current === undefined) {
      setKnown({ isWaiting: false });
      return undefined;
    }
    setKnown((last) => ({ ...last, isWaiting: true }));
    const client = isSlow ? engine.slow : engine.client;
    return client.ask(edits === undefined ? current : { ...current, edits }, (result) => {
      if (result.kind === "fault") setKnown({ fault: result.message, isWaiting: false });
      else if (!result.answer.ok) setKnown({ refusal: result.answer.refusal, isWaiting: false });
      // The answer to a question is of the question's kind.
      else setKnown({ answer: result.answer.answer as Answers[Kind], isWaiting: false });
    });
  }, [current, engine?.version, edits]);
  return known;
}
