import type { Diagnostic, SourceText, TextEdit } from "../../model/diagnostic.ts";
import type { EndToEndFlow, Flow } from "../../model/flow.ts";
import type { Facts } from "../../scenario/node-facts.ts";
import type { DescribedResource } from "./answers/describe.ts";
import type { EffectAnswer } from "./answers/effect.ts";
import type {
  MatrixCellAnswer,
  MatrixCellQuestion,
  MatrixPart,
  MatrixPartQuestion,
} from "./answers/exposure/matrix-types.ts";
import type { ReachAnswer, ReachQuestion } from "./answers/exposure/reach.ts";
import type { Names } from "./answers/names.ts";
import type { Overview } from "./answers/overview.ts";
import type { PacketAnswer, PacketExtras } from "./answers/packet-answer.ts";
import type { PacketForm } from "./answers/packet-form.ts";
import type { PrintedData } from "./answers/printed-data.ts";
import type { ChangedTests } from "./answers/tests/changed-tests.ts";
import type { CoverageAnswer } from "./answers/tests/coverage-answer.ts";
import type { TestedAnswer, TestedQuestion, TestsAnswer } from "./answers/tests/tests-answer.ts";
import type { Completions } from "./completion/choice.ts";
import type { Changes } from "./editing/changes.ts";
import type { BaseText, EditableText } from "./editing/manifest-list.ts";
import type { SafeChanges } from "./editing/safe-changes.ts";
import type { WithoutResource } from "./editing/without-resource.ts";
import type { Edits, PageData } from "./page-data.ts";

/** What the engine answers. Every question may be about the page with some `edits` made; without any it is about the page as it is. */
export type Question = { readonly edits?: Edits } & (
  | { readonly kind: "overview" }
  | { readonly kind: "names" }
  | ({ readonly kind: "packet"; readonly form: PacketForm } & PacketExtras)
  | FlowQuestion
  | { readonly kind: "describe"; readonly resource: string }
  | { readonly kind: "validate"; readonly manifest: SourceText }
  | ExposureQuestion
  | MatrixPartQuestion
  | MatrixCellQuestion
  | ReachQuestion
  | { readonly kind: "tests" }
  | { readonly kind: "coverage" }
  | { readonly kind: "changed-tests" }
  | TestedQuestion
  | { readonly kind: "effect"; readonly nodes: readonly string[]; readonly deciders: boolean }
  | { readonly kind: "changes" }
  /** The same in an order that is proved safe; it may take seconds. */
  | { readonly kind: "safe-changes" }
  | TextQuestion
);

/** A question about texts alone, whatever is evaluated. */
type TextQuestion =
  | { readonly kind: "manifests" }
  | { readonly kind: "manifest"; readonly name: string }
  | { readonly kind: "mend"; readonly manifest: SourceText; readonly fix: TextEdit }
  | { readonly kind: "without-resource"; readonly manifest: SourceText; readonly offset: number }
  | { readonly kind: "complete"; readonly manifest: SourceText; readonly offset: number };

/** A flow as an entry of a flow file has it; `node` and `facts` are what the file says of all its flows. */
export interface FlowQuestion extends Pick<PacketExtras, "asPrinted"> {
  readonly kind: "flow";
  readonly flow: Flow | EndToEndFlow;
  readonly node?: string;
  readonly facts?: Facts;
}

/** Who reaches what, with the words of `calicoctl exposure`. */
export interface ExposureQuestion {
  readonly kind: "exposure";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly port: readonly string[];
  readonly node?: string;
  readonly direction: "in" | "out";
  readonly traffic: "local" | "forwarded" | "any";
  readonly verdicts: readonly ("allow" | "deny")[];
}

/** The answers by the kind of the question. */
export interface Answers {
  readonly overview: Overview;
  readonly names: Names;
  readonly packet: PacketAnswer;
  readonly flow: PacketAnswer;
  readonly describe: DescribedResource;
  readonly validate: {
    readonly valid: boolean;
    readonly resources: readonly string[];
    readonly diagnostics: readonly Diagnostic[];
  };
  readonly exposure: PrintedData;
  readonly matrix: MatrixPart;
  readonly "matrix-cell": MatrixCellAnswer;
  readonly reach: ReachAnswer;
  readonly effect: EffectAnswer;
  readonly changes: Changes;
  readonly "safe-changes": SafeChanges;
  readonly manifests: readonly EditableText[];
  readonly manifest: BaseText;
  readonly mend: SourceText;
  readonly "without-resource": WithoutResource;
  readonly complete: Completions;
  readonly tests: TestsAnswer;
  readonly coverage: CoverageAnswer;
  readonly tested: TestedAnswer;
  readonly "changed-tests": ChangedTests;
}

/** Why a question has no answer: in words, with what to do instead; or the findings of manifests that nothing can be evaluated on. */
export interface Refusal {
  readonly message: string;
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** The answer to a question of that kind, or why there is none. */
export type Answer<Kind extends Question["kind"] = Question["kind"]> =
  | { readonly ok: true; readonly answer: Answers[Kind] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What the page sends to the worker. Numbers of questions are never used twice. */
export type ToWorker =
  | { readonly type: "open"; readonly data: PageData }
  | AskMessage
  | { readonly type: "cancel"; readonly id: number };

/**
 * A question whose texts are left out: `changes` has what makes each of the last one of its name, in the order in which the
 * question has them, those of its edits first.
 */
export interface AskMessage {
  readonly type: "ask";
  readonly id: number;
  readonly question: Question;
  readonly changes: readonly TextChange[];
}

/** What stands in the place of a stretch of a text; offsets count UTF-16 units. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What the worker sends: an answer, or a fault of ours. A question that was cancelled has neither. */
export type FromWorker =
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly type: "fault"; readonly id: number; readonly message: string };
