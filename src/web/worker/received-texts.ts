import type { SourceText } from "../../model/diagnostic.ts";
import type { AskMessage, Question } from "../engine/protocol.ts";

/** The texts of questions, which the page sends as changes of those that it sent before (`view/state/sent-texts`). */
export class ReceivedTexts {
  readonly #last = new Map<string, string>();

  /** `known`: what both sides know from the beginning. */
  constructor(known: readonly SourceText[]) {
    for (const { name, text } of known) this.#last.set(name, text);
  }

  /** The question with its texts; each message once, in the order in which they arrive, also those that are cancelled later. */
  questionOf({ question, changes }: Pick<AskMessage, "question" | "changes">): Question {
    const left = [...changes];
    const whole = ({ name }: SourceText): SourceText => {
      const last = this.#last.get(name) ?? "";
      const { from, to, insert } = left.shift() ?? { from: 0, to: 0, insert: "" };
      const isSame = from === to && insert === "";
      const text = isSame ? last : last.slice(0, from) + insert + last.slice(to);
      this.#last.set(name, text);
      return { name, text };
    };
    const { edits } = question;
    return {
      ...question,
      ...(edits && { edits: { ...edits, manifests: edits.manifests.map(whole) } }),
      ...("manifest" in question && { manifest: whole(question.manifest) }),
    };
  }
}
