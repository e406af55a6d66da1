import type { DnatMatch } from "../../../model/flow.ts";
import { parseNet } from "../../../model/net/address.ts";
import { hostInterfaces } from "../../../policy/end-to-end/next-hop.ts";
import type { End } from "../../../policy/path/end.ts";
import { usesVxlan } from "../../../policy/path/node-rules.ts";
import { governingEndpoints, isWorkloadInterface } from "../../../policy/path/node-view.ts";
import type { CompiledEndpoint, Net, World } from "../../../policy/world/compiled.ts";
import { selecting } from "../../../policy/world/endpoint-policies/applicable-policies.ts";
import { toNet } from "../../../policy/world/nets.ts";
import { objectNumber } from "../../object-number.ts";
import { rangeOf } from "../../paths/boxes/intervals-of.ts";
import type { Way } from "../../paths/way.ts";
import type { RuleSlices } from "./rule-slices.ts";

/**
 * Texts of what packets of a way meet where more than their start decides about them: where a node translates them, or is known to
 * route them. Equal texts decide alike, on whichever nodes and in whichever Worlds: nodes with the same translations
 * share proofs.
 */
export class NodeTexts {
  readonly #slices: RuleSlices;
  readonly #ofWays = new WeakMap<Way, string>();
  readonly #ofPolicies = new WeakMap<World, Map<CompiledEndpoint, string>>();
  readonly #short = new Map<string, string>();

  constructor(slices: RuleSlices) {
    this.#slices = slices;
  }

  /** The text of a way in a World. */
  of(world: World, way: Way): string {
    const { view, from, to } = way;
    const made = this.#ofWays.get(way) ?? this.#shortened(this.#wayText(world, way));
    this.#ofWays.set(way, made);
    const workloads = addressesCount(world, way) ? view.workloadEndpoints : [from, to].flatMap(workloadOf);
    const rules = [...view.hostEndpoints, ...workloads].map((endpoint) => this.#rulesOf(world, endpoint));
    return `${made} ${this.#shortened(rules.join(";"))}`;
  }

  /** What of it does not depend on policies. */
  #wayText(world: World, way: Way): string {
    const { view, facts, from, to, destinations, laterTarget } = way;
    const { interfaces, routes, tunnelPeers } = facts.chosen?.of ?? facts;
    const rules = [view.dnatRules, view.outputRules, view.filterRules].map((list) => aboutRules(list).text);
    const names = [...new Set([...hostInterfaces(view), ...[from, to].flatMap(interfaceOfHost)])];
    const known = names.map((name) => {
      const { governing, wildcard } = governingEndpoints(view, name);
      const places = [governing, wildcard].map((endpoint) => endpoint && view.hostEndpoints.indexOf(endpoint));
      return [...places, isWorkloadInterface(view, name), (view.interfaces.get(name)?.length ?? 0) > 0];
    });
    const numbers = new Map(names.map((name, at): [string, string] => [name, `${at}`]));
    // Only translations for an interface, and routes, tell interfaces by their names.
    const isNamed =
      routes !== undefined || view.routes !== undefined || rules.some((text) => text.includes("interface"));
    const nameOf = (name: string) => (isNamed ? name : (numbers.get(name) ?? name));
    return JSON.stringify(
      [
        [from, to].map((end) => [end.kind, end.kind === "process" ? "" : nameOf(end.interface)]),
        [from, to].flatMap(workloadOf).map(objectNumber),
        [laterTarget, view.target, destinations?.join() ?? "all"],
        [names.map(nameOf), known, view.hostEndpoints.map(({ interfaceName }) => nameOf(interfaceName))],
        [interfaces === undefined, routes, tunnelPeers, rules.map((text) => this.#shortened(text))],
        addressesCount(world, way) ? ownAddresses(world, way).map(({ first, last }) => `${first}-${last}`) : [],
        addressesCount(world, way) ? [...view.interfaces] : [],
        addressesCount(world, way) ? view.workloadEndpoints.map(objectNumber) : [],
      ],
      (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
  }

  /** The rules that an endpoint has by its policies and profiles, in order. */
  #rulesOf(world: World, endpoint: CompiledEndpoint): string {
    const ofWorld = this.#ofPolicies.get(world) ?? new Map<CompiledEndpoint, string>();
    this.#ofPolicies.set(world, ofWorld);
    const known = ofWorld.get(endpoint) ?? this.#makeRules(world, endpoint);
    ofWorld.set(endpoint, known);
    return known;
  }

  #makeRules(world: World, endpoint: CompiledEndpoint): string {
    const policies = selecting(world, endpoint);
    const profiles = endpoint.profiles.map((name) => {
      const profile = world.profiles.get(name);
      return profile === undefined ? "" : `${objectNumber(profile)}/${objectNumber(world.members)}`;
    });
    const text = [...policies.map(objectNumber), this.#slices.setsOf(world, policies), ...profiles].join();
    return this.#shortened(text);
  }

  /** A short text for a long one: the same for the same. */
  #shortened(text: string): string {
    const known = this.#short.get(text) ?? `${this.#short.size}`;
    this.#short.set(text, known);
    return known;
  }
}

const counting = new WeakMap<Way, boolean>();

/**
 * Whether a node's own addresses may decide about packets of a way: those of a rule that translates packets to any of them, or is
 * for some of them, and those of packets of a VXLAN tunnel that it forwards.
 */
function addressesCount(world: World, way: Way): boolean {
  const known = counting.get(way) ?? findWhetherCounting(world, way);
  counting.set(way, known);
  return known;
}

function findWhetherCounting(world: World, way: Way): boolean {
  const { view, from, to } = way;
  const isForwarded = from.kind !== "process" && to.kind !== "process";
  const usesTunnel = ([4, 6] as const).some((family) => usesVxlan(world, view.settings, family));
  if (isForwarded && world.calico.vxlanUntracked && usesTunnel) return true;
  const lists = [view.dnatRules, view.outputRules, view.filterRules].filter((list) => list.length > 0).map(aboutRules);
  if (lists.length === 0) return false;
  // Networks of interfaces are routes.
  if ([...view.interfaces.values()].flat().some(({ net }) => net !== undefined)) return true;
  if (lists.some(({ isForAny }) => isForAny)) return true;
  const own = ownAddresses(world, way);
  return lists.some(({ nets }) =>
    nets.some((net) =>
      own.some(({ family, first, last }) => family === net.family && first <= net.last && net.first <= last),
    ),
  );
}

/** A list of rules as text, and the destinations that they are for, each once. */
interface AboutRules {
  readonly text: string;
  /** Whether one may be for any destination, or names the node's own addresses: `LOCAL`, or `INTERFACE` as the one to translate to. */
  readonly isForAny: boolean;
  readonly nets: readonly Net[];
}

const listsOfRules = new WeakMap<readonly DnatMatch[], AboutRules>();

/** Found once for a list: a node has a list for thousands of ways. */
function aboutRules(rules: readonly DnatMatch[]): AboutRules {
  const known = listsOfRules.get(rules);
  if (known !== undefined) return known;
  const nets = new Map<string, Net>();
  let isForAny = false;
  const texts = rules.map((rule) => {
    const text = textOf(rule);
    const { dst } = rule;
    if (dst !== undefined && nets.has(dst)) isForAny ||= isForOwn(text);
    else {
      const cidr = dst === undefined ? undefined : parseNet(dst);
      if (dst === undefined || cidr === undefined || isForOwn(text)) isForAny = true;
      else nets.set(dst, toNet(cidr));
    }
    return text;
  });
  const made = { text: texts.join(), isForAny, nets: [...nets.values()] };
  listsOfRules.set(rules, made);
  return made;
}

function isForOwn(text: string): boolean {
  return /"(?:LOCAL|INTERFACE)"/.test(text);
}

const textsOfRules = new WeakMap<DnatMatch, string>();

/** Nodes share the objects of rules that Services make. */
function textOf(rule: DnatMatch): string {
  const known = textsOfRules.get(rule) ?? JSON.stringify(rule);
  textsOfRules.set(rule, known);
  return known;
}

/** The addresses of what is on a node: interfaces, endpoints, the node itself. */
function ownAddresses(world: World, { view, node }: Way): readonly Pick<Net, "family" | "first" | "last">[] {
  return [
    ...[...view.interfaces.values()].flat().map(({ address }) => rangeOf(address)),
    ...view.ownAddresses.map(rangeOf),
    ...world.owners.onNode(node).flatMap(({ nets }) => nets),
  ];
}

function workloadOf(end: End): readonly CompiledEndpoint[] {
  return end.kind === "workload" && end.endpoint !== undefined ? [end.endpoint] : [];
}

function interfaceOfHost(end: End): readonly string[] {
  return end.kind === "host" ? [end.interface] : [];
}
