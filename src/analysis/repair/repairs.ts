import { listOrEmpty } from "../../model/json.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import type { World } from "../../policy/world/compiled.ts";
import { editedResources, type ResourceEdit, smallerEdits } from "../edits/resource-edit.ts";
import { endpointCandidates } from "./endpoint-candidates.ts";
import { policyCandidates } from "./policy-candidates.ts";
import { isMet, scenesOf } from "./repair-scene.ts";
import type { Candidate, EvaluatedPaths, Repair, RepairKind, RepairQuestion } from "./repair-types.ts";
import { ruleCandidates } from "./rule-candidates.ts";
import { failsafeCandidates, networkSetCandidates } from "./settings-candidates.ts";

/** What became of the search: `met` where the flow ends as wanted without any edit. */
export interface Repairs {
  readonly met: boolean;
  /** Each verified by evaluation; those of fewer edits first, then in the order of `ORDER`. */
  readonly repairs: readonly Repair[];
  /** The World as it is. */
  readonly world: World;
  /** How many Worlds were evaluated. */
  readonly tried: number;
  /** Whether edits were left out because the rules that they would have read again are too many: another repair may be smaller. */
  readonly isCut: boolean;
}

/** From the edit that says least to the one that says most. */
const ORDER: readonly RepairKind[] = [
  "rule-changed",
  "network-set",
  "rule-added",
  "rule-moved",
  "order",
  "flag",
  "label",
  "rule-action",
  "rule-removed",
  "policy-added",
  "profile",
  "failsafe-port",
  "policy-deleted",
];

/** Edits that one repair may have. */
const MOST_EDITS = 4;
/** Partial repairs that are gone on with, of one number of edits. */
const BREADTH = 12;
/** Rules of edited resources that attempts check and compile again, in all: about two seconds. */
const MOST_RULES = 60_000;

interface Attempt extends Repair {
  readonly paths: EvaluatedPaths;
  /** The same with the whole trace, made when it is first asked for: most attempts are no repair, and go no further. */
  readonly traced: () => EvaluatedPaths;
}

/** What becomes of the flow in a World. */
function evaluatedIn(world: World, { ask }: RepairQuestion): Pick<Attempt, "world" | "paths" | "traced"> {
  const paths = ask(world, "matches");
  // Only whole traces have hooks.
  let whole = paths.every((path) => path.every(({ outcome }) => outcome.hooks !== undefined)) ? paths : undefined;
  const traced = (): EvaluatedPaths => {
    whole ??= ask(world, true);
    return whole;
  };
  return { world, paths, traced };
}

/**
 * The smallest edits after which a flow ends as wanted: its first packet, and for `allow` its reply, on every node and for
 * every choice. Candidates are read off the trace: what decided, and what the packet missed. Each is evaluated; one edit that
 * only takes the packet further is gone on with, until a number of edits has repairs.
 */
export function findRepairs(question: RepairQuestion): Repairs {
  const { resources, compile, wanted } = question;
  const world = compile(resources);
  const start: Attempt = { kinds: [], text: "", edits: [], resources, ...evaluatedIn(world, question) };
  if (isMet(start.paths, wanted)) return { met: true, repairs: [], world, tried: 1, isCut: false };
  const seen = new Set<string>();
  let tried = 1;
  let [rules, isCut] = [0, false];
  let open: readonly Attempt[] = [start];
  for (let edits = 1; edits <= MOST_EDITS && open.length > 0; edits++) {
    const next: Attempt[] = [];
    for (const attempt of open) {
      for (const candidate of byTurns(candidatesOf(attempt, question))) {
        const key = [...attempt.edits, ...candidate.edits].map(editKey).join("\n");
        if (seen.has(key)) continue;
        seen.add(key);
        isCut ||= rules >= MOST_RULES;
        if (isCut) break;
        rules += rulesOf(candidate);
        const made = attempted(attempt, candidate, question);
        if (made === undefined) continue;
        tried++;
        next.push(made);
      }
    }
    const repairs = next.filter((one) => isMet(one.paths, wanted) && isMinimal(one, question));
    if (repairs.length > 0) return { met: false, repairs: [...repairs].sort(byKind), world, tried, isCut };
    open = [...next.filter((one) => goesFurther(one, open, question))].sort(byKind).slice(0, BREADTH);
  }
  return { met: false, repairs: [], world, tried, isCut };
}

/** Candidates of each kind in turn: where not all can be tried, some of every kind are. */
function byTurns(candidates: readonly Candidate[]): readonly Candidate[] {
  const turns = new Map<RepairKind, number>();
  const turnOf = ({ kind }: Candidate): number => {
    const turn = turns.get(kind) ?? 0;
    turns.set(kind, turn + 1);
    return turn;
  };
  return candidates
    .map((candidate) => ({ candidate, turn: turnOf(candidate) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ candidate }) => candidate);
}

/** The rules of the resources that a candidate edits, which are checked and compiled again. */
function rulesOf({ edits }: Candidate): number {
  const rules = edits.map((edit) => {
    const { spec } = edit.kind === "create" ? edit.resource : edit.of.resource;
    return listOrEmpty(spec?.ingress).length + listOrEmpty(spec?.egress).length;
  });
  return rules.reduce((sum, one) => sum + one, 1);
}

function candidatesOf({ world, resources, traced }: Attempt, { wanted }: RepairQuestion): readonly Candidate[] {
  return scenesOf(world, resources, traced(), wanted).flatMap((scene) => [
    ...ruleCandidates(scene),
    ...networkSetCandidates(scene),
    ...policyCandidates(scene),
    ...endpointCandidates(scene),
    ...failsafeCandidates(scene),
  ]);
}

/** The World with one more edit, and what becomes of the flow there; `undefined` where Calico would refuse the edit. */
function attempted(before: Attempt, candidate: Candidate, question: RepairQuestion): Attempt | undefined {
  const resources = edited(before.resources, candidate.edits, question);
  if (resources === undefined) return undefined;
  const world = question.compile(resources);
  const text = before.text === "" ? candidate.text : `${before.text}; ${candidate.text}`;
  const edits = [...before.edits, ...candidate.edits];
  return { kinds: [...before.kinds, candidate.kind], text, edits, resources, ...evaluatedIn(world, question) };
}

/** The resources after edits; `undefined` where Calico would refuse one. */
function edited(
  resources: RepairQuestion["resources"],
  edits: readonly ResourceEdit[],
  { isValid }: RepairQuestion,
): RepairQuestion["resources"] | undefined {
  const after = edits.reduce(editedResources, resources);
  const known = new Set(resources);
  return after.every((located) => known.has(located) || isValid(located)) ? after : undefined;
}

/** Whether none of its changes can be left out. */
function isMinimal({ edits }: Attempt, question: RepairQuestion): boolean {
  return smallerEdits(edits).every((less) => {
    const resources = less.length === 0 ? undefined : edited(question.resources, less, question);
    return resources === undefined || !isMet(question.ask(question.compile(resources), "matches"), question.wanted);
  });
}

/** Whether the packet was decided elsewhere than before the last edit: at another rule, stage or node. */
function goesFurther(one: Attempt, open: readonly Attempt[], { wanted }: RepairQuestion): boolean {
  const decided = (attempt: Attempt) =>
    JSON.stringify(
      scenesOf(attempt.world, attempt.resources, attempt.traced(), wanted).map(({ by, steps }) => [
        by,
        steps.filter(({ kind }) => kind === "rule-missed" || kind === "rule-matched"),
      ]),
    );
  const now = decided(one);
  return open.every((attempt) => decided(attempt) !== now);
}

function editKey(edit: ResourceEdit): string {
  if (edit.kind === "create") return `create ${JSON.stringify(edit.resource)}`;
  const id = displayId(resourceId(edit.of.resource));
  return edit.kind === "delete" ? `delete ${id}` : `change ${id} ${JSON.stringify(edit.changes)}`;
}

function byKind(a: Repair, b: Repair): number {
  return a.edits.length - b.edits.length || rank(a) - rank(b) || (a.text < b.text ? -1 : 1);
}

function rank({ kinds }: Repair): number {
  return kinds.reduce((sum, kind) => sum + ORDER.indexOf(kind), 0);
}
