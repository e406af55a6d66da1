import { createContext } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ApplyRefusal, ChangeEnding, Made, Plan } from "../../engine/applying/apply-protocol.ts";
import type { Edits } from "../../engine/page-data.ts";
import { type EditsState, isEmpty } from "../edits/use-edits.ts";
import { askServer } from "./ask-server.ts";
import { withBack, withoutDone } from "./done-edits.ts";

/** How far writing the edits has come. */
export type ApplyStep =
  | { readonly kind: "idle" }
  | { readonly kind: "planning" }
  | { readonly kind: "planned"; readonly plan: Plan; readonly about: Edits }
  | { readonly kind: "writing"; readonly plan: Plan; readonly about: Edits }
  | { readonly kind: "made"; readonly made: Made }
  | { readonly kind: "refused"; readonly refusal: ApplyRefusal };

const IDLE: ApplyStep = { kind: "idle" };

/** A change that is taken back unless it is confirmed; `ending` once it has ended. */
export interface WaitingChange {
  readonly change: string;
  readonly seconds: number;
  /** When it is taken back, in ms since 1970 by the clock of the browser. */
  readonly until: number;
  readonly ending?: ChangeEnding;
  /** Why it could not be decided. */
  readonly problem?: string;
}

/** Writing to the datastore, for the parts of the page. */
export interface ApplyState {
  readonly step: ApplyStep;
  /** Whether the edits are others than those that the plan is about; of what is stored the server knows that. */
  readonly isStale: boolean;
  readonly waiting?: WaitingChange;
  /** Asks what would be written. */
  readonly plan: () => void;
  /** Has the plan carried out that is shown. */
  readonly write: () => void;
  readonly close: () => void;
  readonly decide: (how: "keep" | "take-back") => void;
}

/** Absent where the page may not write. */
export const ApplyContext = createContext<ApplyState | undefined>(undefined);

/** The steps of writing, and the edits that go when they are written; `version` is of the data that the page shows. */
export function useApplying(mayWrite: boolean, version: number, editing: EditsState): ApplyState | undefined {
  const { edits, change } = editing;
  const [step, setStep] = useState<ApplyStep>(IDLE);
  const [waiting, setWaiting] = useState<WaitingChange | undefined>(undefined);
  /** The edits that were written, and go once the page shows what is stored then. */
  const written = useRef<{ readonly sent: Edits; readonly made: Made } | undefined>(undefined);

  useEffect(() => {
    const { sent, made } = written.current ?? {};
    if (sent === undefined || made === undefined || version < made.version) return;
    written.current = undefined;
    change((last) => withoutDone(last, sent, made.done));
  }, [version, step]);

  useEffect(() => {
    // A plan of edits that are discarded is none.
    if (isEmpty(edits)) setStep((last) => (last.kind === "planned" || last.kind === "refused" ? IDLE : last));
  }, [edits]);

  if (!mayWrite) return undefined;
  const plan = async (): Promise<void> => {
    setStep({ kind: "planning" });
    const answer = await askServer("plan", { version, edits });
    setStep(answer.kind === "plan" ? { kind: "planned", plan: answer, about: edits } : refusedStep(answer));
  };
  const write = async (): Promise<void> => {
    if (step.kind !== "planned") return;
    const { plan: shown, about } = step;
    setStep({ kind: "writing", plan: shown, about });
    const order = shown.writes.map(({ name }) => name);
    const answer = await askServer("apply", { version, edits: about, plan: shown.id, order });
    if (answer.kind === "plan") return setStep({ kind: "planned", plan: answer, about });
    if (answer.kind !== "made") return setStep(refusedStep(answer));
    written.current = { sent: about, made: answer };
    setStep({ kind: "made", made: answer });
    if (answer.confirm !== undefined) await untilEnded(answer.confirm, about, answer.done);
  };
  const untilEnded = async (confirm: NonNullable<Made["confirm"]>, sent: Edits, done: Made["done"]): Promise<void> => {
    const until = Date.now() + confirm.seconds * 1000;
    setWaiting({ ...confirm, until });
    const answer = await askServer("ending", { change: confirm.change });
    const ending: ChangeEnding =
      answer.kind === "ended"
        ? answer
        : {
            kind: "ended",
            isKept: false,
            text: "the command does not answer: `calicoctl rollback --list` says how it ended",
          };
    setWaiting({ ...confirm, until, ending });
    if (answer.kind !== "ended" || answer.isKept) return;
    // What was edited is there again, to be tried another way.
    written.current = undefined;
    setStep(IDLE);
    change((last) => withBack(last, sent, done));
  };
  const decide = async (how: "keep" | "take-back"): Promise<void> => {
    if (waiting === undefined) return;
    const answer = await askServer(how, { change: waiting.change });
    if (answer.kind === "refused") setWaiting((last) => last && { ...last, problem: answer.message });
  };
  return {
    step,
    isStale: step.kind === "planned" && step.about !== edits,
    ...(waiting !== undefined && { waiting }),
    plan: () => void plan(),
    write: () => void write(),
    close: () => {
      setStep(IDLE);
      setWaiting((last) => (last?.ending === undefined ? last : undefined));
    },
    decide: (how) => void decide(how),
  };
}

function refusedStep(answer: { readonly kind: string }): ApplyStep {
  const refusal = answer.kind === "refused" ? (answer as ApplyRefusal) : undefined;
  return { kind: "refused", refusal: refusal ?? { kind: "refused", message: "the server answers something else" } };
}
