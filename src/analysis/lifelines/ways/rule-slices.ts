import type { Direction } from "../../../policy/outcome.ts";
import type { CompiledPolicy, CompiledRule, SetRef, World } from "../../../policy/world/compiled.ts";
import { addressSet } from "../../../policy/world/ip-sets.ts";
import { objectNumber } from "../../object-number.ts";
import type { Spend } from "../../paths/boxes/box-algebra.ts";
import { knownRuleBoxes } from "../../paths/boxes/known-rule-boxes.ts";
import { setsOf } from "../../paths/boxes/world-sets.ts";
import type { Box, Universe } from "../../sets/universe.ts";

/** Boxes that packets of questions start in; one object for questions that are asked again. */
export interface Starts {
  readonly universe: Universe;
  readonly boxes: readonly Box[];
}

/** A text for each start, or nothing where no start has one, which were made in a World with these members. */
interface KnownTexts {
  readonly members: World["members"];
  readonly texts: readonly string[] | undefined;
}

/** Pairs of boxes that are looked at in a step. */
const PAIRS_PER_STEP = 16;

type Memo<K extends object> = WeakMap<K, Map<Starts, KnownTexts>>;

/** The rules of lists that packets of starts can match, as texts. */
export class RuleSlices {
  readonly #ofRules: Memo<readonly CompiledRule[]> = new WeakMap();
  readonly #ofPolicies: Readonly<Record<Direction, Memo<readonly CompiledPolicy[]>>> = {
    ingress: new WeakMap(),
    egress: new WeakMap(),
  };
  readonly #ofPolicy = new WeakMap<
    CompiledPolicy,
    { readonly members: World["members"]; readonly text: string; readonly refs: readonly SetRef[] }
  >();
  readonly #sets = new WeakMap<
    readonly CompiledPolicy[],
    { readonly members: World["members"]; readonly text: string }
  >();

  readonly #shortened = new Map<string, string>();
  readonly #spend: Spend;

  /** `spend` takes the steps of a budget that it is to make boxes of rules, and to hold them against the starts. */
  constructor(spend: Spend) {
    this.#spend = spend;
  }

  /** A text that is equal where the selectors and names of the policies' rules stand for the same addresses. */
  setsOf(world: Pick<World, "members">, policies: readonly CompiledPolicy[]): string {
    const known = this.#sets.get(policies);
    if (known?.members === world.members) return known.text;
    let text = "";
    for (const policy of policies) text += this.#setsOfPolicy(world, policy);
    this.#sets.set(policies, { members: world.members, text });
    return text;
  }

  #setsOfPolicy(world: Pick<World, "members">, policy: CompiledPolicy): string {
    const known = this.#ofPolicy.get(policy);
    if (known?.members === world.members) return known.text;
    const refs = known?.refs ?? setRefs(policy);
    let text = "";
    for (const ref of refs) text += `${objectNumber(addressSet(world, ref))},`;
    if (dependsOnMembers(policy)) text += objectNumber(world.members);
    this.#ofPolicy.set(policy, { members: world.members, text, refs });
    return text;
  }

  /** Policies in order, tier by tier, for each start: a text that is equal where the rules are that its packets can match. */
  ofPolicies(
    world: World,
    starts: Starts,
    policies: readonly CompiledPolicy[],
    direction: Direction,
  ): readonly string[] {
    const texts = this.#once(this.#ofPolicies[direction], policies, world, starts, () => {
      const made = starts.boxes.map(() => "");
      let tier: CompiledPolicy["tier"] | undefined;
      for (const policy of policies) {
        if (policy.tier !== tier) for (const at of made.keys()) made[at] += ` t${objectNumber(policy.tier)}`;
        tier = policy.tier;
        const rules = this.of(world, starts, policy[direction]);
        if (rules !== undefined) for (const [at, text] of rules.entries()) if (text !== "") made[at] += ` ${text}`;
      }
      return made.map((text) => this.#short(text));
    });
    return texts ?? [];
  }

  /** A short text for a long one, which stands in many keys: the same for the same. */
  #short(text: string): string {
    const known = this.#shortened.get(text) ?? `${this.#shortened.size}`;
    this.#shortened.set(text, known);
    return known;
  }

  /** The rules that packets of each start can match, by what they match and do, empty for none; nothing where no start has any. */
  of(world: World, starts: Starts, rules: readonly CompiledRule[]): readonly string[] | undefined {
    return this.#once(this.#ofRules, rules, world, starts, () => {
      const { universe, boxes } = starts;
      const sets = setsOf(world, universe);
      const matched = rules.map((rule) => ({ action: rule.action[0], of: knownRuleBoxes(sets, rule, this.#spend) }));
      const texts = boxes.map((start) => {
        const looks = matched.reduce((sum, { of }) => sum + of.length, 0);
        if (looks > PAIRS_PER_STEP) this.#spend(Math.ceil(looks / PAIRS_PER_STEP));
        return matched
          .flatMap(({ action, of }) => {
            const met = of.filter((box) => universe.meets(start, box));
            return met.length === 0 ? [] : [`${action}${met.map(({ id }) => id).join("+")}`];
          })
          .join(" ");
      });
      return texts.some((text) => text !== "") ? texts : undefined;
    });
  }

  /** What was last made of a list for starts, where the members are the same. */
  #once<K extends object>(
    memo: Memo<K>,
    of: K,
    { members }: World,
    starts: Starts,
    make: () => readonly string[] | undefined,
  ): readonly string[] | undefined {
    const byStarts = memo.get(of) ?? new Map<Starts, KnownTexts>();
    if (byStarts.size === 0) memo.set(of, byStarts);
    const known = byStarts.get(starts);
    if (known?.members === members) return known.texts;
    const texts = make();
    byStarts.set(starts, { members, texts });
    return texts;
  }
}

/** The selectors that a policy's rules name the addresses of. */
function setRefs({ ingress, egress }: CompiledPolicy): readonly SetRef[] {
  return [...ingress, ...egress].flatMap(({ source, destination }) =>
    [source.set, source.notSet, destination.set, destination.notSet].flatMap((ref) => ref ?? []),
  );
}

/** Whether rules name ports or services, whose addresses are looked up among all members. */
function dependsOnMembers({ ingress, egress }: CompiledPolicy): boolean {
  return [...ingress, ...egress].some(({ source, destination }) =>
    [source, destination].some(
      ({ ports, notPorts, service }) =>
        service !== undefined || [...ports, ...notPorts].some(({ kind }) => kind === "name"),
    ),
  );
}
