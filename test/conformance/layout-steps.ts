import { kindNamed } from "../../src/model/kinds/kinds.ts";
import type { Resource } from "../../src/model/resource.ts";
import { recordedFile } from "./corpus.ts";

/** A key's value and revisions, as recorded or as stored in a test. */
export interface Stored {
  readonly raw: string;
  readonly create_revision: number;
  readonly mod_revision: number;
}
/** A recorded command: its exit code, the keys it changed, and the requests it made. */
export interface Step {
  readonly argv: readonly string[];
  readonly exit: number;
  readonly etcd_delta: Readonly<Record<string, "deleted" | { readonly new?: Stored; readonly changed?: Stored }>>;
  readonly revision: number;
  readonly requests: Readonly<Record<string, number>>;
}
/** The recorded commands for one kind, and the manifest they were given. */
export type KindRecord = Readonly<Record<"create" | "apply_same" | "apply_changed" | "delete", Step>> & {
  readonly manifest: Resource;
};
/** The commands recorded for each kind, in their order. */
export const MUTATIONS = ["create", "apply_same", "apply_changed", "delete"] as const;
/** Requests differ here on purpose: we do not release addresses, and look before a Node goes. */
export const OTHER_REQUESTS: Readonly<Record<string, readonly string[]>> = { IPPool: [...MUTATIONS], Node: ["delete"] };

/**
 * What v3.32 asks that we do not, by method. Every command of the real one checks the cluster's version (ours does
 * when it opens the store, before what is counted here), and with every write looks for what a store begins with,
 * twice for a Node; we look once a run. So it is with a policy's tier.
 */
export function spared(
  step: Step,
  kind: string,
  seen: { start: boolean; tier: boolean },
): Readonly<Record<string, number>> {
  if (step.argv[0] === "delete") return { Range: 1 };
  const tiered = kindNamed(kind)?.tiered === true;
  const looks = (kind === "Node" ? 2 : 1) - (seen.start ? 0 : 1);
  const fewer = { Range: 1 + looks + (tiered && seen.tier ? 1 : 0), Txn: 3 * looks };
  seen.tier ||= tiered;
  return fewer;
}

/** The recorded requests without those that are spared. */
export function without(
  requests: Readonly<Record<string, number>>,
  less: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const left = Object.entries(requests).map(([method, count]) => [method, count - (less[method] ?? 0)] as const);
  return Object.fromEntries(left.filter(([, count]) => count !== 0));
}

/** The recordings: Calico version, then kind or part. */
export const recordings = recordedFile<Record<string, Record<string, unknown>>>("layout.json");

/** The same value with its keys in another order, so that the stored order is ours and not the input's. */
export function scrambled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrambled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, inner]) => [key, scrambled(inner)]),
  );
}

/** What a manifest would have said to be stored like this, with its keys in another order. */
export function manifestOf(stored: Stored, drop: readonly string[] = []): Resource {
  const value = scrambled(JSON.parse(stored.raw)) as Resource;
  const { uid: _uid, creationTimestamp: _time, ...metadata } = value.metadata;
  const name = kindNamed(value.kind)?.tiered ? metadata.name.replace(/^default\./, "") : metadata.name;
  const spec = Object.fromEntries(Object.entries(value.spec ?? {}).filter(([key]) => !drop.includes(key)));
  return { ...value, metadata: { ...metadata, name }, spec };
}

/** What stores begin with, and does not count as written by a step. */
export const INITIAL = /\/clusterinformations\/|\/tiers\/(default|kube-admin|kube-baseline)$/;

/** The one value a step wrote for a resource of its own (ClusterInformation comes along with the first Node). */
export function writtenBy(step: Step): Stored {
  for (const [key, change] of Object.entries(step.etcd_delta)) {
    const stored = change === "deleted" ? undefined : (change.new ?? change.changed);
    if (stored && !INITIAL.test(key)) return stored;
  }
  throw new Error("the step wrote nothing");
}

/** A recorded delta without the count of versions, which follows from the rest. */
export function deltaOf(step: Step): Record<string, unknown> {
  const plain = ({ raw, create_revision, mod_revision }: Stored): Stored => ({ raw, create_revision, mod_revision });
  return Object.fromEntries(
    Object.entries(step.etcd_delta).map(([key, change]) => {
      if (change === "deleted") return [key, change];
      return [key, change.new ? { new: plain(change.new) } : { changed: plain(change.changed as Stored) }];
    }),
  );
}

/** A resource that is stored under that key and belongs to node1, unless it is the global peer. */
export function exampleFor(key: string): Resource {
  const [plural = "", ...rest] = key.replace(/^.*projectcalico\.org\//, "").split("/");
  const name = rest.at(-1) ?? "";
  const kinds: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>]>> = {
    bgpconfigurations: ["BGPConfiguration", {}],
    bgppeers: [
      "BGPPeer",
      name === "gpeer" ? { peerIP: "10.0.0.2", asNumber: 1 } : { node: "node1", peerIP: "10.0.0.2", asNumber: 1 },
    ],
    felixconfigurations: ["FelixConfiguration", {}],
    hostendpoints: ["HostEndpoint", { node: "node1", interfaceName: "eth0" }],
    nodes: ["Node", {}],
    workloadendpoints: ["WorkloadEndpoint", { node: "node1", orchestrator: "k8s", pod: "pod1", endpoint: "eth0" }],
  };
  const [kind, spec] = kinds[plural] ?? ["", {}];
  const namespace = rest.length > 1 ? { namespace: String(rest[0]) } : {};
  return { apiVersion: "projectcalico.org/v3", kind, metadata: { name, ...namespace }, spec };
}
