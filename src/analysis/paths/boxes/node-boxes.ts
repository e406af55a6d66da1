import { IPIP, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { Direction } from "../../../policy/outcome.ts";
import type { FailsafeHit } from "../../../policy/path/domain.ts";
import type { End } from "../../../policy/path/end.ts";
import type { TunnelHit } from "../../../policy/path/node-rules.ts";
import type { NodeView } from "../../../policy/path/node-view.ts";
import { DISCOVERY } from "../../../policy/path/packet-domain.ts";
import type { FelixSettings, World } from "../../../policy/world/compiled.ts";
import type { Box, Universe } from "../../sets/universe.ts";
import { product } from "./box-algebra.ts";
import { boxesOf } from "./boxes-of.ts";
import { icmpTypeIntervals } from "./dimension-values.ts";
import { endKey } from "./end-key.ts";
import { failsafeBoxes } from "./failsafe-boxes.ts";
import {
  type CaseBoxes,
  nodeAddressIntervals,
  number,
  type SpoofedBoxes,
  serviceLoopBoxes,
  spoofedBoxes,
  tunnelBoxes,
  tunnelHits,
} from "./node-rule-boxes.ts";
import type { WorldSets } from "./world-sets.ts";

const settingsMemos = new WeakMap<Universe, WeakMap<FelixSettings, Map<string, unknown>>>();
const nodeMemos = new WeakMap<WorldSets, WeakMap<NodeView, NodeBoxes>>();

/** The boxes of a node in a World, computed once. */
export function nodeBoxes(sets: WorldSets, world: World, view: NodeView): NodeBoxes {
  const memo = nodeMemos.get(sets) ?? new WeakMap<NodeView, NodeBoxes>();
  nodeMemos.set(sets, memo);
  const known = memo.get(view) ?? new NodeBoxes(sets.universe, world, view);
  memo.set(view, known);
  return known;
}

/** The node's own rules as boxes of packets; what an address is to the node is asked of the evaluator (`path/node-rules`). */
export class NodeBoxes {
  readonly #universe: Universe;
  readonly #world: World;
  readonly #view: NodeView;
  readonly #known = new Map<string, unknown>();
  /** What depends on the settings alone, which nodes share. */
  readonly #ofSettings: Map<string, unknown>;

  constructor(universe: Universe, world: World, view: NodeView) {
    const memo = settingsMemos.get(universe) ?? new WeakMap<FelixSettings, Map<string, unknown>>();
    settingsMemos.set(universe, memo);
    this.#ofSettings = memo.get(view.settings) ?? new Map<string, unknown>();
    memo.set(view.settings, this.#ofSettings);
    this.#universe = universe;
    this.#world = world;
    this.#view = view;
  }

  /** Packets of tunnels by the hit that they are, on their way to or from a local process. */
  tunnelHits(direction: Direction): CaseBoxes<TunnelHit> {
    return once(this.#known, `tunnels ${direction}`, () =>
      tunnelHits(this.#universe, this.#world, this.#view, direction),
    );
  }

  /** Packets of the node's VXLAN tunnel; of those that a local process neither sends nor gets, the ones to the node's addresses. */
  untrackedVxlan(isOwn: boolean): readonly Box[] {
    return once(this.#known, `untracked ${isOwn}`, () => {
      const tunnel = tunnelBoxes(this.#universe, this.#world, this.#view).get("VXLAN") ?? [];
      return isOwn ? tunnel : product(this.#universe, tunnel, this.nodeAddresses());
    });
  }

  /** Packets to the addresses of the node's interfaces, as far as they are known. */
  nodeAddresses(): readonly Box[] {
    return once(this.#known, "addresses", () => {
      return boxesOf(this.#universe, { destination: nodeAddressIntervals(this.#universe, this.#view) });
    });
  }

  /** Packets that a workload sends from addresses that are not its own. */
  spoofed(from: End): SpoofedBoxes {
    return once(this.#known, `spoofed ${endKey(from)}`, () => spoofedBoxes(this.#universe, this.#view, from));
  }

  /** Forwarded packets by the advertised service network that they are dropped for. */
  serviceLoops(): CaseBoxes<string> {
    return once(this.#known, "loops", () => serviceLoopBoxes(this.#universe, this.#world, this.#view));
  }

  /** Packets by the failsafe port of a direction that they hit; `replies`: also those of the other direction's replies. */
  failsafes(direction: Direction, replies: boolean): CaseBoxes<FailsafeHit> {
    return once(this.#ofSettings, `failsafes ${direction} ${replies}`, () =>
      failsafeBoxes(this.#universe, this.#view.settings, direction, replies),
    );
  }

  /** Packets of the tunnel protocols that a workload may not send. */
  workloadTunnels(): CaseBoxes<"IPIP" | "VXLAN"> {
    return once(this.#ofSettings, "workload tunnels", () => {
      const { allowVxlan, allowIpip, vxlanPort } = this.#view.settings;
      const { UDP } = PROTOCOL_NUMBERS;
      const vxlan = boxesOf(this.#universe, { protocol: number(UDP), portOrIcmp: number(vxlanPort) });
      const ipip = boxesOf(this.#universe, { protocol: number(IPIP) });
      return [...(allowVxlan ? [] : [["VXLAN", vxlan] as const]), ...(allowIpip ? [] : [["IPIP", ipip] as const])];
    });
  }

  /** Packets of neighbour discovery by their ICMPv6 type. */
  discovery(): CaseBoxes<number> {
    return once(this.#ofSettings, "discovery", () =>
      [...DISCOVERY].map((type) => {
        const portOrIcmp = icmpTypeIntervals([type]);
        return [type, boxesOf(this.#universe, { protocol: number(PROTOCOL_NUMBERS.ICMPv6), portOrIcmp })] as const;
      }),
    );
  }
}

/** Makes a thing at its first use; `key` says which it is. */
function once<T>(memo: Map<string, unknown>, key: string, make: () => T): T {
  if (!memo.has(key)) memo.set(key, make());
  return memo.get(key) as T;
}
