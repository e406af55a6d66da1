import { deriveLifelines } from "../../../analysis/lifelines/derive-lifelines.ts";
import { type GuardAnswer, guardAnswer } from "../../../analysis/lifelines/guard-answer.ts";
import { SharedBudget } from "../../../analysis/sets/budget.ts";
import type { WriteChanges } from "../../../analysis/write-sequence.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { guardText } from "../../../report/guard/guard-text.ts";
import { PLAIN } from "../../../report/style.ts";
import { EFFECT_BUDGET } from "../../../scenario/effect/effect-question.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import { type Changes, changedIn, exported, isMade, type PlannedWrite, plannedWrites } from "./changes.ts";

/** A change in an order in which no single write cuts a lifeline, or why it is in none. */
export interface SafeChanges extends Pick<Changes, "yaml" | "commands"> {
  /**
   * `given`: the order of `Changes` is proved safe, `other`: this one is, and that one is not; `none`: each cuts a lifeline, or none was
   * found that does not; `not proved`: there is no exact answer; `unknown`: not only resources change that calicoctl writes.
   */
  readonly order: "given" | "other" | "none" | "not proved" | "unknown";
  /** What `guard` says of it; empty where nothing was proved. */
  readonly report: string;
}

/** Lifelines that the page cannot know of. */
const UNKNOWN =
  "how the datastore is reached, BGP peers and a lifelines file are not in the page: with --guard the command proves these lifelines, too";

/** As `calicoctl guard --reorder` proves the writes of a change, on top of what the page shows without the edits. */
export function safeChanges(scenario: Scenario): SafeChanges {
  const changed = changedIn(scenario);
  const writes = plannedWrites(changed);
  const before = scenario.previous?.();
  if (before === undefined || writes.length === 0 || changed.some(isMade))
    return { ...exported(writes), order: "unknown", report: "" };
  const notes: string[] = [];
  const answer = guardAnswer({
    stored: before.resources,
    writes: writes.map(({ id, after }): WriteChanges => [{ id, ...(after && { after }) }]),
    compile: scenario.compile,
    facts: (node) => factsOfNode(scenario.saved, node),
    budget: new SharedBudget(EFFECT_BUDGET),
    lifelines: (first, last) => {
      const bgp = before.resources.map(({ resource }) => resource).filter(({ kind }) => kind.startsWith("BGP"));
      const derived = deriveLifelines({ before: first, after: last, servers: [], bgp }, new Set());
      notes.push(...derived.notes, UNKNOWN);
      return derived.lifelines;
    },
  });
  const ordered = orderOf(answer, writes);
  const nodes = [...new Set([...scenario.world.hostEndpoints.keys(), ...scenario.world.workloadEndpoints.keys()])];
  const report = guardText(
    {
      answer,
      writes: writes.map(({ name }) => name),
      notes,
      untold: nodes.filter((node) => factsOfNode(scenario.saved, node).dnat === undefined),
      isReordered: ordered !== undefined,
      isWithoutFailsafes: false,
    },
    PLAIN,
    "calicoctl --guard would write nothing",
  );
  const policies = (answer.bridge ?? answer.keep ?? []).map((policy) => goYaml(policy)).join("---\n");
  return { ...exported(ordered ?? writes), order: orderName(answer, ordered), report: report + policies };
}

function orderOf({ order }: GuardAnswer, writes: readonly PlannedWrite[]): readonly PlannedWrite[] | undefined {
  if (order?.kind !== "found") return undefined;
  return order.order.flatMap((index) => writes[index] ?? []);
}

function orderName({ proof }: GuardAnswer, ordered: readonly PlannedWrite[] | undefined): SafeChanges["order"] {
  if (proof.kind === "safe") return "given";
  if (proof.kind === "not proved") return "not proved";
  return ordered === undefined ? "none" : "other";
}
