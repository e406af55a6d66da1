import type { Direction, PolicyStage } from "../../outcome.ts";
import type { CompiledPolicy } from "../compiled.ts";
import { changedPolicies } from "./changed-policies.ts";

type Policies = readonly CompiledPolicy[];
type ByDirection = Readonly<Record<Direction, Policies>>;

/** The policies of an endpoint, by stage. */
export type StagePolicies = Readonly<Record<PolicyStage, ByDirection>> & {
  /** The stages that Felix has chains for. */
  readonly chains: ReadonlySet<PolicyStage>;
  /** All that select the endpoint, in evaluation order, staged ones last; and those of them that are staged, or more. */
  readonly matching: Policies;
  readonly staged: ReadonlySet<CompiledPolicy>;
};

/** The stages at which policies are evaluated. */
export const STAGES: readonly PolicyStage[] = ["untracked", "pre-DNAT", "normal", "forward", "workload"];

/** The stages that have lists of their own: a workload's is the normal one. */
type ListedStage = Exclude<PolicyStage, "workload">;

/** The kind of policy that a stage evaluates. */
export function kindOf(stage: PolicyStage): CompiledPolicy["kind"] {
  return stage === "untracked" || stage === "pre-DNAT" ? stage : "normal";
}

/** Divides the policies that select an endpoint by stage. */
export function stagePolicies(staged: ReadonlySet<CompiledPolicy>, matching: Policies): StagePolicies {
  const lists = { untracked: newLists(), "pre-DNAT": newLists(), normal: newLists(), forward: newLists() };
  for (const policy of matching) {
    if (staged.has(policy)) continue;
    const { kind, types, applyOnForward } = policy;
    for (const direction of DIRECTIONS) {
      if (!types[direction]) continue;
      lists[kind][direction].push(policy);
      if (kind === "normal" && applyOnForward) lists.forward[direction].push(policy);
    }
  }
  return { matching, staged, chains: chainsFor(matching), ...lists, workload: lists.normal };
}

/**
 * The policies of an endpoint without those that are `gone`, and with those that are `added`; each of them selects it, and none
 * is staged. A list that none of them is in stays the same list.
 */
export function changedStagePolicies(had: StagePolicies, gone: Policies, added: Policies): StagePolicies {
  const { staged } = had;
  const isStaged = (policy: CompiledPolicy) => staged.has(policy);
  const [ordered, later] =
    staged.size === 0
      ? [had.matching, NONE]
      : [had.matching.filter((policy) => !isStaged(policy)), had.matching.filter(isStaged)];
  const now = changedPolicies(ordered, gone, added);
  const matching = later.length === 0 ? now : [...now, ...later];
  const of = (stage: ListedStage) => {
    const before = had[stage];
    const list = (direction: Direction): Policies => {
      const isOf = (policy: CompiledPolicy) => isIn(policy, stage, direction);
      if (!gone.some(isOf) && !added.some(isOf)) return before[direction];
      return changedPolicies(before[direction], gone.filter(isOf), added.filter(isOf));
    };
    const [ingress, egress] = [list("ingress"), list("egress")];
    return ingress === before.ingress && egress === before.egress ? before : { ingress, egress };
  };
  const normal = of("normal");
  return {
    matching,
    staged,
    chains: areReplaced(gone, added) ? had.chains : chainsFor(matching),
    untracked: of("untracked"),
    "pre-DNAT": of("pre-DNAT"),
    normal,
    forward: of("forward"),
    workload: normal,
  };
}

const NONE: Policies = [];
const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

function newLists(): Record<Direction, CompiledPolicy[]> {
  return { ingress: [], egress: [] };
}

/** Whether a stage evaluates a policy for a direction. */
function isIn({ kind, types, applyOnForward }: CompiledPolicy, stage: ListedStage, direction: Direction): boolean {
  return types[direction] && kind === kindOf(stage) && (stage !== "forward" || applyOnForward);
}

/** Whether policies that go are replaced by as many others that need the same chains. */
function areReplaced(gone: Policies, added: Policies): boolean {
  return gone.length === added.length && gone.every((policy, at) => chainKind(policy) === chainKind(added[at]));
}

/** The kind of chains that a policy needs: none where it is for no direction. */
function chainKind(policy: CompiledPolicy | undefined): CompiledPolicy["kind"] | undefined {
  return policy?.types.ingress || policy?.types.egress ? policy.kind : undefined;
}

const chainSets = new Map<string, ReadonlySet<PolicyStage>>();

/** The stages that have chains where policies select an endpoint: those with a policy that is for any direction. */
function chainsFor(policies: Policies): ReadonlySet<PolicyStage> {
  const kinds = new Set(policies.map(chainKind));
  const stages = STAGES.filter((stage) => kinds.has(kindOf(stage)));
  const known = chainSets.get(stages.join()) ?? new Set(stages);
  chainSets.set(stages.join(), known);
  return known;
}
