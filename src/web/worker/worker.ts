import { answerQuestion } from "../engine/answer.ts";
import { openPage, type Page } from "../engine/page.ts";
import type { FromWorker, Question, ToWorker } from "../engine/protocol.ts";
import { ReceivedTexts } from "./received-texts.ts";

/** What of a worker's global scope is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/** Answers the messages of the page in the thread in which it is called, one question at a time. */
export function startWorker(): void {
  const scope = globalThis as unknown as WorkerScope;
  /** The questions that wait, in their order; what arrives between two answers may cancel those that wait. */
  const waiting = new Map<number, Question>();
  const turns = new MessageChannel();
  let page: Page | undefined;
  let texts = new ReceivedTexts([]);
  scope.onmessage = ({ data: message }) => {
    switch (message.type) {
      case "open":
        page = openPage(message.data);
        texts = new ReceivedTexts(message.data.manifests);
        break;
      case "ask":
        waiting.set(message.id, texts.questionOf(message));
        turns.port2.postMessage(undefined);
        break;
      case "cancel":
        waiting.delete(message.id);
    }
  };
  turns.port1.onmessage = () => {
    const [next] = waiting;
    if (next === undefined || page === undefined) return;
    const [id, question] = next;
    waiting.delete(id);
    scope.postMessage(resultOf(page, id, question));
  };
}

function resultOf(page: Page, id: number, question: Question): FromWorker {
  try {
    return { type: "answer", id, answer: answerQuestion(page, question) };
  } catch (fault) {
    return { type: "fault", id, message: fault instanceof Error ? fault.message : String(fault) };
  }
}
