import type { Direction, PolicyStage } from "../../policy/outcome.ts";
import { chainsOf, traversalsOf } from "../../policy/path/chains.ts";
import { type End, stageEndpoint } from "../../policy/path/end.ts";
import { governingEndpoints } from "../../policy/path/node-view.ts";
import { applicable, hasStage } from "../../policy/world/applicable-policies.ts";
import type { CompiledEndpoint, CompiledPolicy, CompiledRules, World } from "../../policy/world/compiled.ts";
import { settingsOf } from "../../policy/world/felix-config.ts";
import type { PathCase } from "../paths/way.ts";
import type { Box, Universe } from "../sets/universe.ts";
import { RuleSlices } from "./rule-slices.ts";

/**
 * Texts that are equal only for ways on which the same becomes of the packets of a start: their endpoints have the same rules,
 * as far as packets of the start can match them, in the same tiers, and their nodes the same settings.
 */
export class WayKeys {
  readonly #ids = new WeakMap<object, number>();
  #last = 0;
  readonly #slices = new RuleSlices();

  /** What the ways of a node depend on, as objects: where all are the same, so are the ways. */
  inputsOf(world: World, node: string): readonly unknown[] {
    const inputs: unknown[] = [world.encapsulation, world.pools, world.services, world.serviceNets];
    inputs.push(settingsOf(world.settings, node), world.nodes.get(node), world.autoHostEndpoints);
    for (const endpoint of [...(world.hostEndpoints.get(node) ?? []), ...(world.workloadEndpoints.get(node) ?? [])]) {
      // The lists of all stages are made together.
      const policies = applicable(world, endpoint, "normal", "ingress");
      inputs.push(endpoint, policies, this.#slices.setsOf(world, applicable(world, endpoint, "normal", "egress")));
      inputs.push(this.#slices.setsOf(world, policies));
      for (const name of endpoint.profiles) inputs.push(world.profiles.get(name));
    }
    return inputs;
  }

  /** The key of a case; packets start in one of the boxes. */
  of({ world, way }: PathCase, universe: Universe, start: readonly Box[]): string {
    const { view, from, to, facts } = way;
    const ends = [from, to].map((end) => this.#endKey(end));
    const traversals = traversalsOf(from, to).flatMap((one) => (one === undefined ? [] : [one]));
    const chains = traversals.flatMap((traversal) =>
      chainsOf(traversal).map((chain) => ({ ...chain, at: traversal[chain.end] })),
    );
    const policed = chains.flatMap(({ stage, direction, at, check }) => {
      const endpoint = check === undefined ? stageEndpoint(world, view, stage, at) : undefined;
      return endpoint === undefined ? [] : [{ stage, direction, endpoint }];
    });
    const isPlain =
      Object.keys(facts).every((field) => field === "node") &&
      way.destinations === undefined &&
      way.laterTarget === undefined &&
      !policed.some(({ endpoint }) => hasStage(world, endpoint, "untracked"));
    const shared = [view.settings, world.encapsulation, world.pools, world.serviceNets, world.services];
    const parts = [way.kind, ...ends, ...shared.map((one) => (one === undefined ? "" : this.#id(one)))];
    if (!isPlain) {
      // Answers and translated packets are matched otherwise than those of the start are.
      const endpoints = view.hostEndpoints.map((endpoint) => this.#id(endpoint));
      return [...parts, this.#id(world), this.#id(facts), ...endpoints, way.interface].join();
    }
    const governed = [from, to].map((end) => {
      const { governing, wildcard } = governingEndpoints(view, end.kind === "process" ? "" : end.interface);
      return `${governing !== undefined}${wildcard !== undefined}`;
    });
    const stages = policed.map((one) => this.#stageKey(world, universe, start, one));
    return [...parts, ...governed, ...stages].join(";");
  }

  #stageKey(
    world: World,
    universe: Universe,
    start: readonly Box[],
    at: { readonly stage: PolicyStage; readonly direction: Direction; readonly endpoint: CompiledEndpoint },
  ): string {
    const { stage, direction, endpoint } = at;
    const policies = applicable(world, endpoint, stage, direction);
    const slice = (rules: CompiledRules) => this.#slices.of(world, universe, start, rules[direction]);
    let text = `${stage}${direction}${hasStage(world, endpoint, stage)}`;
    let tier: CompiledPolicy["tier"] | undefined;
    for (const policy of policies) {
      if (policy.tier !== tier) text += ` t${this.#id(policy.tier)}`;
      tier = policy.tier;
      const rules = slice(policy);
      if (rules !== "") text += ` ${rules}`;
    }
    for (const name of endpoint.profiles) {
      const profile = world.profiles.get(name);
      text += ` p${profile === undefined ? "!" : slice(profile)}`;
    }
    return text;
  }

  #endKey(end: End): string {
    if (end.kind !== "workload") return end.kind;
    return `${end.kind}${end.endpoint === undefined ? "" : this.#id(end.endpoint)}`;
  }

  #id(object: object): number {
    const known = this.#ids.get(object) ?? ++this.#last;
    this.#ids.set(object, known);
    return known;
  }
}
