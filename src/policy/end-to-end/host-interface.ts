import { type Address, formatAddress, sameAddress } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import type { NodeView } from "../path/node-view.ts";
import { netContains } from "../world/nets.ts";
import type { Place, Question } from "./endpoint-places.ts";
import { hostInterfaces, nextHopTo } from "./next-hop.ts";
import type { TunnelLink } from "./tunnel-link.ts";

/** A host interface and what was assumed to choose it, or a question. */
export type HostInterfaceResult =
  | { readonly ok: true; readonly interface: string; readonly assumptions: readonly string[] }
  | { readonly ok: false; readonly question: Question };

/** The interface of a node to choose: the one towards an address that is not on it. */
export interface HostInterfaceRequest {
  readonly direction: "in" | "out";
  /** The address at the far side. */
  readonly towards: Address;
  /** The node that has this address, where it is the sender of the link and not of the packet. */
  readonly neighbour?: string;
  /** The end of the packet on this node, where it is one of its processes. */
  readonly local?: Place;
  /** The interface that the user states, or that the packet is known to take. */
  readonly given?: string;
  /** The WireGuard tunnel that packets there take, whatever the other routes are. */
  readonly wireguard?: TunnelLink | undefined;
  /** The tunnel that Calico's routes lead through, where no routes are given. */
  readonly tunnel?: TunnelLink | undefined;
}

/** The name assumed where no interface of the node is known. */
const ASSUMED_INTERFACE = "eth0";

/**
 * The interface through which a packet leaves a node towards an address, or comes in from it: the one given, the one
 * of the route there (in as well: Calico has the kernel drop what comes another way), the one whose network holds the
 * address, the one of the local end, or the only one that is known.
 */
export function hostInterface(view: NodeView, request: HostInterfaceRequest): HostInterfaceResult {
  const { direction, towards, given, wireguard, tunnel } = request;
  const { node } = view;
  const far = farText(request);
  const chosen = (name: string, why?: string): HostInterfaceResult => {
    const what = direction === "in" ? `packets from ${far} come in to ${node}` : `packets to ${far} leave ${node}`;
    const assumptions = why === undefined ? [] : [`${what} through ${name}, ${why}`];
    return { ok: true, interface: name, assumptions };
  };
  if (given !== undefined) return chosen(given);
  if (wireguard !== undefined) return chosen(wireguard.interface, wireguard.why);
  const routed = nextHopTo(view, towards);
  if (routed?.answer.kind === "interface") {
    return chosen(
      routed.answer.name,
      routed.isAssumed ? "whose network holds the address: no route was given" : undefined,
    );
  }
  if (routed?.answer.kind === "several") return question(view, request, routed.answer.names);
  if (tunnel !== undefined) return chosen(tunnel.interface, tunnel.why);
  const local = localInterface(view, request.local);
  if (local !== undefined) return chosen(local, `the interface of ${request.local?.name}: no route was given`);
  const known = hostInterfaces(view);
  const [only] = known;
  if (only === undefined) return chosen(ASSUMED_INTERFACE, "as it is called here: no interface of the node is known");
  if (known.length === 1) return chosen(only, "the only host interface known there: no route was given");
  return question(view, request, known);
}

function question({ node }: NodeView, request: HostInterfaceRequest, fitting: readonly string[]): HostInterfaceResult {
  const { direction } = request;
  const far = farText(request);
  const message =
    direction === "in"
      ? `through which interface do packets from \`${far}\` come in to \`${node}\`?`
      : `through which interface do packets to \`${far}\` leave \`${node}\`?`;
  return { ok: false, question: { about: direction, message, fitting } };
}

function farText({ towards, neighbour }: HostInterfaceRequest): string {
  return neighbour === undefined ? formatAddress(towards) : `${neighbour} (${formatAddress(towards)})`;
}

/** The interface of the host endpoint that is meant, or that has the address in question. */
function localInterface(view: NodeView, local: Place | undefined): string | undefined {
  const [address] = local?.addresses ?? [];
  if (local?.kind !== "process" || address === undefined) return undefined;
  for (const [name, addresses] of view.interfaces) {
    const has = addresses.some((known) => sameAddress(known.address, address));
    if (has && name !== LOOPBACK_NAME) return name;
  }
  const named = [
    local.endpoint,
    ...view.hostEndpoints.filter(({ nets }) => nets.some((net) => netContains(net, address))),
  ];
  return named.find((endpoint) => endpoint && endpoint.interfaceName !== "" && endpoint.interfaceName !== "*")
    ?.interfaceName;
}
