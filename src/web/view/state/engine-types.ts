import type { PageData } from "../../engine/page-data.ts";
import type { Answer, Question } from "../../engine/protocol.ts";

/** What came of a question: its answer, or a fault of ours. */
export type Result =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "fault"; readonly message: string };

/** What a view does with a result. */
export type Receiver = (result: Result) => void;

/** The engine in its worker. */
export interface EngineClient {
  /** Puts data in the place of the page's; questions after it are about that. */
  readonly open: (data: PageData) => void;
  /** Asks a question; returns what cancels it, after which `receive` is not called. */
  readonly ask: (question: Question, receive: Receiver) => () => void;
}

/** An engine that can be ended, whatever it is at; none of its questions is answered after that. */
export interface StoppableEngine extends EngineClient {
  readonly stop: () => void;
}
