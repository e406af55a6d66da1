import { labelNames } from "../../../selector/labels.ts";
import { type Labels, matches } from "../../../selector/matches.ts";
import { printSelector } from "../../../selector/print.ts";
import type { Selector } from "../../../selector/selector.ts";
import type { ListDifference } from "../../compile-memo.ts";
import { Lineage } from "../../lineage.ts";
import type { CompiledEndpoint, CompiledPolicy, World } from "../compiled.ts";
import { indexSelectors, projection } from "../label-index.ts";
import { changedStagePolicies, type StagePolicies, stagePolicies } from "./stage-policies.ts";

/** Endpoints with the same labels have the same policies, and mostly one map of them (`SharedLabels`). */
type PolicyLineage = Lineage<Labels, StagePolicies, Change>;

interface PolicyMemo {
  readonly staged: World["stagedPolicies"];
  readonly lineage: PolicyLineage;
  /** After how many changes of the lineage it is. */
  readonly place: number;
}

/** The policies of each endpoint by the list of all of them, which Worlds may share; computed at the first use. */
const policyMemos = new WeakMap<World["policies"], PolicyMemo>();

/** The policies of an endpoint: the same object exactly where no policy that selects it is another. */
export function policiesOf({ policies, stagedPolicies }: World, endpoint: CompiledEndpoint): StagePolicies {
  const { lineage, place } = memoOf(policies, stagedPolicies);
  return lineage.after(place, endpoint.labels);
}

function memoOf(policies: World["policies"], staged: World["stagedPolicies"]): PolicyMemo {
  const known = policyMemos.get(policies);
  if (known?.staged === staged) return known;
  const memo = { staged, lineage: lineageOf(stagesIn(policies, staged)), place: 0 };
  policyMemos.set(policies, memo);
  return memo;
}

/** What endpoints have by their labels, found when it is first asked for. */
function stagesIn(policies: World["policies"], staged: World["stagedPolicies"]): (labels: Labels) => StagePolicies {
  let known: ((labels: Labels) => StagePolicies) | undefined;
  return (labels) => {
    known ??= prepared(policies, staged);
    return known(labels);
  };
}

function prepared(policies: World["policies"], staged: World["stagedPolicies"]): (labels: Labels) => StagePolicies {
  const all = [...policies, ...staged];
  // Policies with one text as their selector share it, and it is looked at once.
  const bySelector = placesOfSelectors(all);
  const [selectors, places] = [[...bySelector.keys()], [...bySelector.values()]];
  const used = new Set<string>();
  for (const selector of selectors) labelNames(selector, used);
  // Endpoints that agree on the labels that selectors read have the same policies.
  const names = new Set([...used].sort());
  const indexesOf = indexSelectors(selectors);
  const byLabels = new Map<string, StagePolicies>();
  const isStaged = new Set(staged);
  return (labels) => {
    const key = projection(labels, names);
    const known = byLabels.get(key);
    if (known !== undefined) return known;
    const found = indexesOf(labels).flatMap((index) => places[index] ?? []);
    const matching = found.sort((a, b) => a - b).map((place) => all[place] as CompiledPolicy);
    const stages = stagePolicies(isStaged, matching);
    byLabels.set(key, stages);
    return stages;
  };
}

/** The places of the policies that have each selector. */
function placesOfSelectors(policies: readonly CompiledPolicy[]): ReadonlyMap<Selector, readonly number[]> {
  const places = new Map<Selector, number[]>();
  for (let place = 0; place < policies.length; place++) {
    const { selector } = policies[place] as CompiledPolicy;
    const known = places.get(selector);
    if (known === undefined) places.set(selector, [place]);
    else known.push(place);
  }
  return places;
}

/**
 * Takes over what is known of an earlier list of policies for one that differs in few, both in evaluation order: an endpoint
 * has what it had there, without those that are gone and with the new ones that select it.
 */
export function keepApplicable(
  { policies: earlier, stagedPolicies }: Pick<World, "policies" | "stagedPolicies">,
  policies: World["policies"],
  { gone, added }: ListDifference<CompiledPolicy>,
): void {
  const { staged, lineage, place } = memoOf(earlier, stagedPolicies);
  const isLast = place === lineage.length;
  const own = isLast ? lineage : lineageOf((labels) => lineage.after(place, labels));
  const change = { gone: new Set(gone), selecting: selectingOf([...gone, ...added]), alike: new Map() };
  policyMemos.set(policies, { staged, lineage: own, place: own.add(change) });
}

function lineageOf(first: (labels: Labels) => StagePolicies): PolicyLineage {
  return new Lineage(first, changed);
}

/** A change of a list of policies. */
interface Change {
  readonly gone: ReadonlySet<CompiledPolicy>;
  /** The policies that come or go and select what has some labels; the same list where they are the same. */
  readonly selecting: (labels: Labels) => readonly CompiledPolicy[];
  /** What endpoints have that had the same, and are selected by the same policies that come or go. */
  readonly alike: Map<StagePolicies, Map<readonly CompiledPolicy[], StagePolicies>>;
}

/**
 * What an endpoint has after a change: the same object where no policy that selects it comes or goes, as only those and its
 * labels decide.
 */
function changed(labels: Labels, had: StagePolicies, change: Change): StagePolicies {
  const selecting = change.selecting(labels);
  if (selecting.length === 0) return had;
  const { gone, alike } = change;
  const known = alike.get(had)?.get(selecting);
  if (known !== undefined) return known;
  const isGone = (policy: CompiledPolicy) => gone.has(policy);
  const now = changedStagePolicies(
    had,
    selecting.filter(isGone),
    selecting.filter((policy) => !isGone(policy)),
  );
  const same = alike.get(had) ?? new Map<readonly CompiledPolicy[], StagePolicies>();
  alike.set(had, same.set(selecting, now));
  return now;
}

/** More selectors than that are found by the labels that they need. */
const FEW = 8;

/** Finds the policies that select what has some labels: one list for all labels that the same ones select. */
function selectingOf(policies: readonly CompiledPolicy[]): Change["selecting"] {
  // A policy that is replaced mostly keeps its selector, which is tried once then.
  const bySelector = new Map<string, CompiledPolicy[]>();
  for (const policy of policies) {
    const text = printSelector(policy.selector);
    const list = bySelector.get(text);
    if (list === undefined) bySelector.set(text, [policy]);
    else list.push(policy);
  }
  const groups = [...bySelector.values()];
  const selectors = groups.map((group) => (group[0] as CompiledPolicy).selector);
  const [selector] = selectors;
  const [group = NONE] = groups;
  if (selector !== undefined && groups.length === 1) return (labels) => (matches(selector, labels) ? group : NONE);
  const indexesOf = groups.length > FEW ? indexSelectors(selectors) : matchingOf(selectors);
  const lists = new Map<string, readonly CompiledPolicy[]>();
  return (labels) => {
    const indexes = indexesOf(labels);
    if (indexes.length === 0) return NONE;
    const key = indexes.join();
    const known = lists.get(key) ?? indexes.flatMap((at) => groups[at] ?? NONE);
    lists.set(key, known);
    return known;
  };
}

/** Finds the indexes of the selectors that match some labels by trying each. */
function matchingOf(selectors: readonly Selector[]): (labels: Labels) => readonly number[] {
  return (labels) => selectors.flatMap((selector, at) => (matches(selector, labels) ? at : []));
}

const NONE: readonly CompiledPolicy[] = [];
