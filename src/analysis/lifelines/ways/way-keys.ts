import { PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import { isSameList } from "../../../policy/compile-memo.ts";
import type { Direction, PolicyStage } from "../../../policy/outcome.ts";
import { chainsOf, traversalsOf } from "../../../policy/path/chains.ts";
import { type End, interfaceOf, stageEndpoint } from "../../../policy/path/end.ts";
import { governingEndpoints } from "../../../policy/path/node-view.ts";
import { STAGE_RULES } from "../../../policy/path/stage-rules.ts";
import type { CompiledEndpoint, CompiledPolicy, FelixSettings, World } from "../../../policy/world/compiled.ts";
import { applicable, hasStage, selecting } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { settingsOf } from "../../../policy/world/felix-config.ts";
import { objectNumber } from "../../object-number.ts";
import type { Spend } from "../../paths/boxes/box-algebra.ts";
import { failsafeBoxes } from "../../paths/boxes/failsafe-boxes.ts";
import type { PathCase, Way } from "../../paths/way.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { NodeTexts } from "./node-texts.ts";
import { RuleSlices, type Starts } from "./rule-slices.ts";

/** A chain of a way whose policies are those of an endpoint. */
interface PolicedStage {
  readonly stage: PolicyStage;
  readonly direction: Direction;
  readonly endpoint: CompiledEndpoint;
}

/** What is the same for all questions about a way, whatever policies a World has. */
interface Shape {
  /** The objects that it is made of, besides the way. */
  readonly shared: readonly unknown[];
  readonly head: string;
  /** The chains of the way that evaluate policies, each at an end. */
  readonly chains: readonly (Pick<PolicedStage, "stage" | "direction"> & { readonly at: End })[];
  /** Whether packets are only matched as they are when they start, where nothing is left untracked. */
  readonly isPlain: boolean;
}

/** The keys of a way in a World. */
interface KeysInWorld {
  readonly world: World;
  readonly head: string;
  readonly stages: readonly PolicedStage[];
  readonly keys: Map<Starts, readonly string[]>;
}

/** What the ways of a node depend on in a World. */
export interface NodeInputs {
  readonly members: World["members"];
  readonly objects: readonly unknown[];
  /** The addresses that the rules of its policies stand for among the members, as a text. */
  readonly sets: () => string;
}

/**
 * Texts that are equal only for ways on which the same becomes of the packets of a start: their endpoints have the same rules,
 * as far as packets of the start can match them, in the same tiers, and their nodes the same settings.
 */
export class WayKeys {
  readonly #slices: RuleSlices;
  readonly #texts: NodeTexts;
  readonly #failsafes: Readonly<Record<Direction, WeakMap<FelixSettings, Map<Starts, readonly boolean[]>>>> = {
    ingress: new WeakMap(),
    egress: new WeakMap(),
  };
  readonly #shapes = new WeakMap<Way, Shape>();
  /**
   * The keys of each way in the World that was first asked about, and in the last one: the same ways are asked about in both,
   * over and over.
   */
  readonly #inWorlds = new WeakMap<Way, KeysInWorld[]>();

  /** `spend` takes the steps of a budget that it is to make boxes of rules. */
  constructor(spend: Spend) {
    this.#slices = new RuleSlices(spend);
    this.#texts = new NodeTexts(this.#slices);
  }

  /** What the ways of a node depend on. */
  inputsOf(world: World, node: string): NodeInputs {
    const objects: unknown[] = [world.encapsulation, world.pools, world.services, world.serviceNets];
    objects.push(settingsOf(world.settings, node), world.nodes.get(node), world.autoHostEndpoints);
    const policies: (readonly CompiledPolicy[])[] = [];
    for (const endpoint of [...(world.hostEndpoints.get(node) ?? []), ...(world.workloadEndpoints.get(node) ?? [])]) {
      const ofEndpoint = selecting(world, endpoint);
      policies.push(ofEndpoint);
      objects.push(endpoint, ofEndpoint);
      for (const name of endpoint.profiles) objects.push(world.profiles.get(name));
    }
    const { members } = world;
    let sets: string | undefined;
    const setsOf = () => policies.map((ofEndpoint) => this.#slices.setsOf({ members }, ofEndpoint)).join();
    return { members, objects, sets: () => (sets ??= setsOf()) };
  }

  /** The key of a case for each of the starts. */
  of(one: PathCase, starts: Starts): readonly string[] {
    const { head, stages, keys: made } = this.#inWorld(one);
    const known = made.get(starts);
    if (known !== undefined) return known;
    const { universe, boxes } = starts;
    const keys = boxes.map((box) => {
      // Answers to what is left untracked meet policy, too, of the other direction.
      return isUntracked(one, universe, box) ? `${head} ${this.#texts.of(one.world, one.way)}` : head;
    });
    for (const stage of stages) this.#addStage(one, starts, stage, keys);
    made.set(starts, keys);
    return keys;
  }

  #inWorld(one: PathCase): KeysInWorld {
    const known = this.#inWorlds.get(one.way);
    const found = known?.find(({ world }) => world === one.world);
    if (found !== undefined) return found;
    const made = this.#startsOfKeys(one);
    if (known === undefined) this.#inWorlds.set(one.way, [made]);
    else known[1] = made;
    return made;
  }

  #startsOfKeys({ world, way }: PathCase): KeysInWorld {
    const { head, chains, isPlain } = this.#shapeOf({ world, way });
    const stages: PolicedStage[] = [];
    for (const { stage, direction, at } of chains) {
      const endpoint = stageEndpoint(world, way.view, stage, at);
      if (endpoint !== undefined) stages.push({ stage, direction, endpoint });
    }
    const keys = new Map<Starts, readonly string[]>();
    if (isPlain && !stages.some(({ endpoint }) => hasStage(world, endpoint, "untracked")))
      return { world, head, stages, keys };
    // Answers and translated packets are matched otherwise than those of the start are.
    return { world, head: `${head} ${this.#texts.of(world, way)}`, stages: [], keys };
  }

  /** What of the keys does not depend on policies. */
  #shapeOf({ world, way }: PathCase): Shape {
    const { view, from, to, facts } = way;
    const shared = [view.settings, world.encapsulation, world.pools, world.serviceNets, world.services];
    const known = this.#shapes.get(way);
    if (known !== undefined && isSameList(known.shared, shared)) return known;
    const chains = traversalsOf(from, to).flatMap((traversal) => {
      if (traversal === undefined) return [];
      const policed = chainsOf(traversal).filter(({ check }) => check === undefined);
      return policed.map(({ stage, direction, end }) => ({ stage, direction, at: traversal[end] }));
    });
    const ids = shared.map((object) => (object === undefined ? "" : objectNumber(object)));
    const governed = [from, to].map((end) => {
      const { governing, wildcard } = governingEndpoints(view, interfaceOf(end));
      return `${governing !== undefined}${wildcard !== undefined}`;
    });
    const isPlain =
      Object.keys(facts).every((field) => field === "node") &&
      way.destinations === undefined &&
      way.laterTarget === undefined &&
      view.dnatRules.length + view.outputRules.length === 0;
    const head = [way.kind, this.#endKey(from), this.#endKey(to), ...ids, ...governed].join();
    const shape = { shared, head, chains, isPlain };
    this.#shapes.set(way, shape);
    return shape;
  }

  /** Adds to the key of each start what a stage does with its packets. */
  #addStage(
    { world, way }: PathCase,
    starts: Starts,
    { stage, direction, endpoint }: PolicedStage,
    keys: string[],
  ): void {
    const head = `;${stage}${direction}${hasStage(world, endpoint, stage)}`;
    const isOpen = this.#failsafe(way.view.settings, direction, starts);
    const passes = (at: number) => STAGE_RULES[stage].failsafe !== "none" && isOpen[at] === true;
    if (keys.every((_, at) => passes(at))) {
      for (const at of keys.keys()) keys[at] += `${head}f`;
      return;
    }
    const policies = this.#slices.ofPolicies(world, starts, applicable(world, endpoint, stage, direction), direction);
    const profiles = endpoint.profiles.map((name) => {
      const profile = world.profiles.get(name);
      return profile && (this.#slices.of(world, starts, profile[direction]) ?? []);
    });
    for (const at of keys.keys()) {
      // What a failsafe port lets past meets no policy of the stage.
      const rules = () =>
        `${policies[at]}${profiles.map((texts) => ` p${texts === undefined ? "!" : (texts[at] ?? "")}`)}`;
      keys[at] += `${head}${passes(at) ? "f" : rules()}`;
    }
  }

  /** Whether a failsafe port lets all packets of each start past the policies of a direction. */
  #failsafe(settings: FelixSettings, direction: Direction, starts: Starts): readonly boolean[] {
    const byStarts = this.#failsafes[direction].get(settings) ?? new Map<Starts, readonly boolean[]>();
    this.#failsafes[direction].set(settings, byStarts);
    const { universe, boxes } = starts;
    const ports = () => failsafeBoxes(universe, settings, direction, false).flatMap(([, made]) => made);
    const known = byStarts.get(starts) ?? boxes.map((box) => ports().some((port) => universe.contains(port, box)));
    byStarts.set(starts, known);
    return known;
  }

  #endKey(end: End): string {
    if (end.kind !== "workload") return end.kind;
    return `${end.kind}${end.endpoint === undefined ? "" : objectNumber(end.endpoint)}`;
  }
}

/** Whether the ways of a node depend on the same in both: then they are the same. */
export function isSameInputs(one: NodeInputs, other: NodeInputs): boolean {
  if (!isSameList(one.objects, other.objects)) return false;
  return one.members === other.members || one.sets() === other.sets();
}

/** Whether packets of a box are left untracked as the node's own tunnel, so that answers meet policy, too. */
function isUntracked({ world, way }: PathCase, universe: Universe, box: Box): boolean {
  if (!world.calico.vxlanUntracked) return false;
  const tunnel = tunnelBox(universe, way.view.settings.vxlanPort);
  return tunnel !== undefined && universe.meets(tunnel, box);
}

const tunnelBoxes = new WeakMap<Universe, Map<number, Box | undefined>>();

/** The packets of VXLAN to a port. */
function tunnelBox(universe: Universe, port: number): Box | undefined {
  const boxes = tunnelBoxes.get(universe) ?? new Map<number, Box | undefined>();
  tunnelBoxes.set(universe, boxes);
  if (!boxes.has(port)) {
    const { UDP } = PROTOCOL_NUMBERS;
    const protocol = universe.values("protocol", [[UDP, UDP]]);
    boxes.set(port, universe.box({ protocol, portOrIcmp: universe.values("portOrIcmp", [[port, port]]) }));
  }
  return boxes.get(port);
}
