import type { DecidedBy, Hint, Step, Verdict } from "../../policy/outcome.ts";
import { type PathRow, pathRows } from "../outcomes/path-rows.ts";
import { decisiveStep } from "./decisive-step.ts";
import type { PicturedStage, StageState } from "./picture-types.ts";

/** A packet's way through the chains of one node. */
export interface WalkedSteps {
  readonly steps: readonly Step[];
  readonly hints: readonly Hint[];
  readonly verdict: Verdict | "unknown";
  /** What decided the verdict of the whole path, where that is here. */
  readonly decidedBy?: DecidedBy | undefined;
}

/** The stages of a walk, in order, each with its rows; one that is not reached has none. */
export function picturedStages({ steps, hints, verdict, decidedBy }: WalkedSteps, allSteps: boolean): PicturedStage[] {
  const decisive = decidedBy === undefined ? undefined : steps[decisiveStep(steps, decidedBy)];
  const groups = groupsOf(pathRows(steps, hints, allSteps));
  const last = groups.findLastIndex(({ rows }) => rows.every(({ step }) => step.kind !== "not-reached"));
  return groups.map(({ name, rows }, at) => {
    const state = verdict === "deny" && at === last ? "denied" : stateOf(rows.map(({ step }) => step));
    const about = rows.find(isAbout);
    const shown = state === "not reached" ? [] : rows.filter((row) => row !== about);
    return {
      ...{ name, state },
      ...(about && { about: about.why }),
      isDecisive: rows.some(({ step }) => step === decisive),
      rows: shown.map(({ stage: _, step, ...row }) => ({ ...row, isDecisive: step === decisive })),
    };
  });
}

/** Whether a row says which policies a stage evaluates; one with a hint stays where it is. */
function isAbout({ step, hints }: PathRow): boolean {
  return step.kind === "stage" && hints.length === 0;
}

interface Group {
  readonly name: string;
  readonly rows: PathRow[];
}

/** The rows in groups of those that follow each other in one stage. */
function groupsOf(rows: readonly PathRow[]): readonly Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group !== undefined && group.name === row.stage) group.rows.push(row);
    else groups.push({ name: row.stage, rows: [row] });
  }
  return groups;
}

/** What became of a packet at a stage that did not drop it. */
function stateOf(steps: readonly Step[]): StageState {
  const has = (isOne: (step: Step) => boolean) => steps.some(isOne);
  if (has(({ kind }) => kind === "not-reached")) return "not reached";
  if (has((step) => step.kind === "source-nat" || (step.kind === "dnat" && step.applied))) return "translated";
  if (has(allows)) return "allowed";
  const isOpen = has((step) => step.kind === "unpoliced" || (step.kind === "stage" && step.policies === 0));
  return isOpen ? "no policy" : "passed";
}

function allows(step: Step): boolean {
  switch (step.kind) {
    case "rule-matched":
    case "tunnel":
      return step.action === "Allow";
    case "failsafe":
      return step.hit;
    case "conntrack":
      return step.verdict === "allow";
    case "endpoint-to-host":
      return step.action === "Accept";
    case "neighbour-discovery":
      return true;
    default:
      return false;
  }
}
