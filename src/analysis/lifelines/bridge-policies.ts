import { protocolName } from "../../model/net/protocol.ts";
import { API_VERSION, type Resource } from "../../model/resource.ts";
import type { Net, World } from "../../policy/world/compiled.ts";
import type { Lifeline, PortRange } from "./lifeline.ts";

/** The kinds of policies that a bridge can be made of: `tracked` leaves connection tracking on. */
export const BRIDGES = ["tracked", "untracked"] as const;

/** One of them. */
export type BridgeKind = (typeof BRIDGES)[number];

/** Whether policies are deleted after the last write, or kept. */
export type BridgePurpose = "bridge" | "keep";

/** What the policies are called by: their purpose, and names that others have. */
export interface BridgeNaming {
  readonly purpose: BridgePurpose;
  /** Whether a GlobalNetworkPolicy of this name is stored, or among the writes. */
  readonly isTaken: (name: string) => boolean;
}

/**
 * Policies that allow lifelines before all others, to be created before other writes and deleted after them. In `tracked` ones
 * what comes in is allowed before DNAT, where a policy denies nothing that it does not name; `untracked` ones also
 * allow the answers. `undefined`: there are none of the kind for what goes out, since egress policy that is not untracked denies
 * what it does not name, to every endpoint that had none.
 */
export function bridgePolicies(
  lifelines: readonly Lifeline[],
  kind: BridgeKind,
  { policies }: World,
  { purpose, isTaken }: BridgeNaming,
): Resource[] | undefined {
  const orders = policies.map(({ order }) => order).filter(Number.isFinite);
  const order = Math.min(0, ...orders) - 1;
  const [inward, outward] = (["in", "out"] as const).map((one) =>
    lifelines.filter(({ direction }) => direction === one),
  );
  const policy = (suffix: string, spec: object): Resource => ({
    apiVersion: API_VERSION,
    kind: "GlobalNetworkPolicy",
    metadata: { name: freeName(`lifeline-${purpose}${suffix}`, isTaken) },
    spec: { order, selector: "all()", ...spec },
  });
  if (kind === "untracked") {
    const ingress = [...(inward ?? []).map(there), ...(outward ?? []).map(back)];
    const egress = [...(outward ?? []).map(there), ...(inward ?? []).map(back)];
    const flags = { doNotTrack: true, applyOnForward: true, types: ["Ingress", "Egress"] };
    return [policy("", { ...flags, ingress, egress })];
  }
  if (outward?.length) return undefined;
  const flags = { preDNAT: true, applyOnForward: true, types: ["Ingress"] };
  return [policy("-in", { ...flags, ingress: (inward ?? []).map(there) })];
}

/** The name, or the first with a number after it that no other policy has. */
function freeName(name: string, isTaken: BridgeNaming["isTaken"]): string {
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}-${number}`;
  return free;
}

/** The rule that allows the packets of a lifeline. */
function there({ direction, peers, protocol, ports, sourcePorts, through, endpoints }: Lifeline): object {
  const nets = netsOf(peers);
  // What is forwarded is for others, so that the rule names them.
  const own = through === undefined ? {} : netsOf(endpoints.addresses);
  const [source, destination] = direction === "in" ? [nets, own] : [own, nets];
  return {
    action: "Allow",
    protocol: protocolOf(protocol),
    source: { ...source, ...portsOf(sourcePorts) },
    destination: { ...destination, ...portsOf(ports) },
  };
}

/** The rule that allows the answers to them. */
function back(lifeline: Lifeline): object {
  const { source, destination, ...rest } = there(lifeline) as { source: object; destination: object };
  return { ...rest, source: destination, destination: source };
}

function netsOf(nets: readonly Net[]): object {
  return nets.length === 0 ? {} : { nets: nets.map(({ text }) => text) };
}

function protocolOf(protocol: number): string | number {
  const name = protocolName(protocol);
  return name === String(protocol) ? protocol : name;
}

function portsOf(ports: readonly PortRange[]): object {
  if (ports.length === 0) return {};
  return { ports: ports.map(([first, last]) => (first === last ? first : `${first}:${last}`)) };
}
