import type { ApplyAnswer, ChangeEnding } from "../../../web/engine/applying/apply-protocol.ts";
import type { CommandContext } from "../../shell/context.ts";
import { EXIT } from "../../shell/usage.ts";
import { confirmable } from "../../way-back/confirmable.ts";
import type { Journal } from "../../way-back/journal/journal.ts";
import { type Decision, JournalFault } from "../../way-back/journal/journal-form.ts";
import { NOT_CONFIRMED } from "../../way-back/settle-change.ts";
import type { CapturedOutput } from "./captured-output.ts";

/** What work answers, with the exit code that a command would have. */
interface Worked<Answer> {
  readonly answer: Answer;
  readonly code: number;
}

/** What work answered: `waits` is the change that is to be confirmed, `isTakenBack` says that it was taken back at once. */
interface Done<Answer> {
  readonly answer: Answer;
  readonly waits?: string;
  readonly isTakenBack: boolean;
}

interface OpenChange {
  readonly journal: Journal;
  readonly ending: Promise<ChangeEnding>;
}

const WHY = {
  confirmed: "it was confirmed in the page",
  "taken-back": "it was taken back in the page",
} as const;

/** The changes of a page that are taken back unless they are confirmed, by the code of `--confirm-within`. */
export class OpenChanges {
  readonly #open = new Map<string, OpenChange>();

  /** Does work that writes; answers when it has written, and not only when that is confirmed. */
  async during<Answer>(
    confirmWithin: number | undefined,
    output: CapturedOutput,
    work: (context: CommandContext) => Promise<Worked<Answer>>,
  ): Promise<Done<Answer>> {
    let journal: Journal | undefined;
    let written: (worked: Worked<Answer>) => void = () => {};
    const worked = new Promise<Worked<Answer>>((resolve) => {
      written = resolve;
    });
    const ended = confirmable(
      "explore",
      { confirmWithin },
      output.context,
      async (inner) => {
        const result = await work(inner);
        written(result);
        return result.code;
      },
      (opened) => {
        journal = opened;
      },
    );
    const { answer, code } = await Promise.race([worked, ended.then(() => worked)]);
    if (journal === undefined || code !== EXIT.ok) {
      await ended;
      return { answer, isTakenBack: journal?.ending()?.kind === "taken-back" };
    }
    this.#open.set(journal.id, { journal, ending: endingOf(journal, ended, output) });
    return { answer, waits: journal.id, isTakenBack: false };
  }

  /** Decides about a change; `undefined` where there is none of that id. */
  async decide(id: string, kind: Decision["kind"]): Promise<ApplyAnswer | undefined> {
    const journal = this.#open.get(id)?.journal;
    if (journal === undefined) return undefined;
    try {
      const decided = journal.decide({ kind, why: WHY[kind] });
      if (decided.kind === kind) return { kind: "noted" };
      return { kind: "refused", message: `the change is decided already: ${decided.why}` };
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      return { kind: "refused", message: `the journal of the change cannot be used: ${error.message}` };
    }
  }

  /** How a change ended, once it has; `undefined` where there is none of that id. */
  async ending(id: string): Promise<ChangeEnding | undefined> {
    return this.#open.get(id)?.ending;
  }

  /** Takes back what is not confirmed, as a command does that is interrupted, and waits until that is done. */
  async settled(): Promise<void> {
    for (const { journal } of this.#open.values()) {
      if (journal.ending() === undefined) journal.decide({ kind: "taken-back", why: "`explore` was ended" });
    }
    await Promise.all([...this.#open.values()].map(({ ending }) => ending));
  }
}

/** Waits until a change has ended. Returns how, and what was printed of it, without the question that asks for the confirmation. */
async function endingOf(journal: Journal, ended: Promise<number>, output: CapturedOutput): Promise<ChangeEnding> {
  const before = output.lines().length;
  await ended.catch(() => undefined);
  const lines = output
    .lines()
    .slice(before)
    .filter((line) => !line.startsWith(NOT_CONFIRMED));
  return { kind: "ended", isKept: journal.ending()?.kind === "confirmed", text: lines.join("\n") };
}
