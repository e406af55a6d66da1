import type { SourceText } from "../../../model/diagnostic.ts";
import type { AskMessage, Question, TextChange } from "../../engine/protocol.ts";
import { changeBetween } from "./text-change.ts";

/** The texts of questions as the worker gets them: what is typed in a megabyte is not copied whole to it for each of them. */
export class SentTexts {
  readonly #last = new Map<string, string>();

  /** `known`: what the worker knows already. */
  constructor(known: readonly SourceText[]) {
    for (const { name, text } of known) this.#last.set(name, text);
  }

  /** A question without its texts, and how each of them differs from the last one of its name; in the order in which they are sent. */
  messageOf(question: Question): Pick<AskMessage, "question" | "changes"> {
    const changes: TextChange[] = [];
    const without = ({ name, text }: SourceText): SourceText => {
      changes.push(changeBetween(this.#last.get(name) ?? "", text));
      this.#last.set(name, text);
      return { name, text: "" };
    };
    const { edits } = question;
    const sent = {
      ...question,
      ...(edits && { edits: { ...edits, manifests: edits.manifests.map(without) } }),
      ...("manifest" in question && { manifest: without(question.manifest) }),
    };
    return { question: sent, changes };
  }
}
