import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Answers, Question, Refusal } from "../../engine/protocol.ts";
import type { EngineClient } from "./engine-client.ts";

/** The engine, and the number of the data that it has: a question is asked again when the data is other. */
export interface EngineState {
  readonly client: EngineClient;
  readonly version: number;
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
): Known<Kind> {
  const engine = useContext(EngineContext);
  const [known, setKnown] = useState<Known<Kind>>({ isWaiting: true });
  const key = question && JSON.stringify(question);
  useEffect(() => {
    if (engine === undefined || question === undefined) {
      setKnown({ isWaiting: false });
      return undefined;
    }
    setKnown((last) => ({ ...last, isWaiting: true }));
    return engine.client.ask(question, (result) => {
      if (result.kind === "fault") setKnown({ fault: result.message, isWaiting: false });
      else if (!result.answer.ok) setKnown({ refusal: result.answer.refusal, isWaiting: false });
      // The answer to a question is of the question's kind.
      else setKnown({ answer: result.answer.answer as Answers[Kind], isWaiting: false });
    });
  }, [key, engine?.version]);
  return known;
}
