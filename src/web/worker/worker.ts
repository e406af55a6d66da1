import { answerQuestion } from "../engine/answer.ts";
import { openPage, type Page } from "../engine/page.ts";
import type { FromWorker, Question, ToWorker } from "../engine/protocol.ts";

/** What of a worker's global scope is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as WorkerScope;
/** The questions that wait, in their order; one is answered at a time, and what arrives meanwhile may cancel those that wait. */
const waiting = new Map<number, Question>();
const turns = new MessageChannel();
let page: Page | undefined;

scope.onmessage = ({ data: message }) => {
  switch (message.type) {
    case "open":
      page = openPage(message.data);
      break;
    case "ask":
      waiting.set(message.id, message.question);
      turns.port2.postMessage(undefined);
      break;
    case "cancel":
      waiting.delete(message.id);
  }
};
turns.port1.onmessage = answerNext;

function answerNext(): void {
  const [next] = waiting;
  if (next === undefined || page === undefined) return;
  const [id, question] = next;
  waiting.delete(id);
  try {
    scope.postMessage({ type: "answer", id, answer: answerQuestion(page, question) });
  } catch (fault) {
    scope.postMessage({ type: "fault", id, message: fault instanceof Error ? fault.message : String(fault) });
  }
}
