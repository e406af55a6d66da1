import type { Address } from "../../model/net/address.ts";
import { LOOPBACK_NAME, type RouteAnswer, routeFor } from "../../model/net/route.ts";
import { isWorkloadInterface, type NodeView } from "../path/node-view.ts";

/** Where a node's routing sends packets to an address; `isAssumed` where no given route says so, but an interface's network has it. */
export interface NextHop {
  readonly answer: RouteAnswer;
  readonly isAssumed: boolean;
}

/** Where a node sends packets to an address that is not its own; `undefined` where neither routes nor networks decide it. */
export function nextHopTo({ routes, connected }: NodeView, destination: Address): NextHop | undefined {
  const answer = routeFor(connected, destination);
  if (routes === undefined) return answer.kind === "none" ? undefined : { answer, isAssumed: true };
  const routed = routeFor(routes, destination);
  return { answer, isAssumed: answerKey(routed) !== answerKey(answer) };
}

function answerKey(answer: RouteAnswer): string {
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

/** Host interfaces that facts or host endpoints name. */
export function hostInterfaces(view: NodeView): string[] {
  const names = [...view.interfaces.keys(), ...view.hostEndpoints.map(({ interfaceName }) => interfaceName)];
  return [...new Set(names)].filter(
    (name) => name !== "" && name !== "*" && name !== LOOPBACK_NAME && !isWorkloadInterface(view, name),
  );
}
