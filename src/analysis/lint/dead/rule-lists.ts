import type { Direction, PolicyStage } from "../../../policy/outcome.ts";
import type { RuleOwner } from "../../../policy/path/domain.ts";
import { STAGE_RULES } from "../../../policy/path/stage-rules.ts";
import { tiersOf } from "../../../policy/path/tier-list.ts";
import type { CompiledEndpoint, CompiledRules, FelixSettings, World } from "../../../policy/world/compiled.ts";
import { applicable } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { settingsOf } from "../../../policy/world/felix-config.ts";
import { endpointsOf } from "../finding.ts";
import { DIRECTIONS } from "../rules-of-world.ts";

/** Rules that are evaluated as one list: the policies of a tier, or a profile. */
export interface Section {
  readonly owners: readonly RuleOwner[];
  /** The rules of these. */
  readonly rules: ReadonlySet<CompiledRules>;
  /** Whether packets that no rule of it matches go on to the next section, as those do that a Pass matches. */
  readonly passesOn: boolean;
}

/** The rules of a stage in the order in which packets come to them, and the endpoints that have exactly these. */
export interface RuleList {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  readonly sections: readonly Section[];
  /** The settings whose failsafe ports let packets past the stage; absent where it has no failsafe ports. */
  readonly failsafes?: FelixSettings;
  /** The lists of the same endpoints that all packets come to before, in earlier stages. */
  readonly earlier: readonly RuleList[];
  readonly endpoints: CompiledEndpoint[];
}

/**
 * The stages in which an endpoint's policies are evaluated, whatever the addresses and routes of its node: a `*` host endpoint
 * has no untracked stage, and where it is for pre-DNAT policy only, no other (path/end.ts, `stageEndpoint`).
 */
export function stagesOfEndpoint(
  { calico }: World,
  { kind, interfaceName }: CompiledEndpoint,
): readonly (readonly [PolicyStage, Direction])[] {
  const both = (stage: PolicyStage) => DIRECTIONS.map((direction) => [stage, direction] as const);
  if (kind === "WorkloadEndpoint") return both("workload");
  const preDnat = [["pre-DNAT", "ingress"]] as const;
  if (interfaceName !== "*") return [...both("untracked"), ...preDnat, ...both("normal"), ...both("forward")];
  return calico.wildcardIsFull ? [...preDnat, ...both("normal"), ...both("forward")] : preDnat;
}

/** The lists of all endpoints of a World, by the policies and profiles in them. */
export function ruleListsOf(world: World): ReadonlyMap<CompiledRules, readonly RuleList[]> {
  const numbers = new Map<object, number>();
  const numberOf = (thing: object): number => {
    const number = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, number);
    return number;
  };
  const lists = new Map<string, RuleList>();
  for (const endpoint of endpointsOf(world)) {
    const before: RuleList[] = [];
    for (const [stage, direction] of stagesOfEndpoint(world, endpoint)) {
      const policies = applicable(world, endpoint, stage, direction);
      const rules = STAGE_RULES[stage];
      const profiles = rules.profiles ? endpoint.profiles : [];
      if (policies.length === 0 && profiles.length === 0) continue;
      const failsafes = rules.failsafe === "none" ? undefined : settingsOf(world.settings, endpoint.node);
      // What goes out may have come in anywhere, and a workload's packets meet no host endpoint before.
      const earlier = direction === "egress" || stage === "workload" ? [] : [...before];
      const parts = [stage, direction, numberOf(policies), failsafes && numberOf(failsafes), earlier.map(numberOf)];
      const key = JSON.stringify([...parts, ...profiles]);
      const sections = () => [...tierSections(policies, stage), ...profileSections(world, profiles)];
      const list = lists.get(key) ?? {
        ...{ stage, direction, sections: sections(), earlier, endpoints: [] },
        ...(failsafes && { failsafes }),
      };
      lists.set(key, list);
      list.endpoints.push(endpoint);
      if (STAGE_RULES[stage].mark !== undefined && direction === "ingress") before.push(list);
    }
  }
  return byOwner(lists.values());
}

function section(owners: readonly RuleOwner[], passesOn: boolean): Section {
  return { owners, rules: new Set(owners.map(({ rules }) => rules)), passesOn };
}

function tierSections(policies: ReturnType<typeof applicable>, stage: PolicyStage): Section[] {
  const goesOn = STAGE_RULES[stage].end === "goes on";
  return tiersOf(policies).map(({ tier, owners }) => section(owners, goesOn || tier.passesByDefault));
}

/** The profiles in order, up to one that does not exist, which drops everything. */
function profileSections({ profiles }: World, names: readonly string[]): Section[] {
  const sections: Section[] = [];
  for (const name of names) {
    const profile = profiles.get(name);
    if (profile === undefined) return sections;
    sections.push(section([{ rules: profile, name: { profile: name } }], true));
  }
  return sections;
}

function byOwner(lists: Iterable<RuleList>): ReadonlyMap<CompiledRules, readonly RuleList[]> {
  const found = new Map<CompiledRules, RuleList[]>();
  for (const list of lists) {
    for (const rules of new Set(list.sections.flatMap((section) => [...section.rules]))) {
      const known = found.get(rules);
      if (known) known.push(list);
      else found.set(rules, [list]);
    }
  }
  return found;
}
