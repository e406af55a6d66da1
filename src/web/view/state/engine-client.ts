import type { PageData } from "../../engine/page-data.ts";
import type { FromWorker, ToWorker } from "../../engine/protocol.ts";
import type { Receiver, StoppableEngine } from "./engine-types.ts";
import { SentTexts } from "./sent-texts.ts";

/** Starts the engine in a worker made of its text, which works from a file as well. */
export function startEngine(script: string, data: PageData): StoppableEngine {
  const text = `var module={exports:{}},exports=module.exports;${script};module.exports.startWorker()`;
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(address);
  const receivers = new Map<number, Receiver>();
  const send = (message: ToWorker): void => worker.postMessage(message);
  let last = 0;
  let texts = new SentTexts(data.manifests);
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
    const receive = receivers.get(message.id);
    receivers.delete(message.id);
    if (message.type === "answer") receive?.({ kind: "answer", answer: message.answer });
    else receive?.({ kind: "fault", message: message.message });
  };
  worker.onerror = (event) => {
    const message = event.message || "the engine does not start";
    for (const receive of receivers.values()) receive({ kind: "fault", message });
    receivers.clear();
  };
  send({ type: "open", data });
  return {
    open: (next) => {
      texts = new SentTexts(next.manifests);
      send({ type: "open", data: next });
    },
    ask: (question, receive) => {
      last += 1;
      const id = last;
      receivers.set(id, receive);
      send({ type: "ask", id, ...texts.messageOf(question) });
      return () => {
        if (receivers.delete(id)) send({ type: "cancel", id });
      };
    },
    stop: () => worker.terminate(),
  };
}
