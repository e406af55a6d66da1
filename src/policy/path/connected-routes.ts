import type { Route } from "../../model/flow.ts";
import { formatCidr, isLinkLocal, parseCidr } from "../../model/net/address.ts";
import { LOOPBACK_NAME } from "../../model/net/route.ts";
import type { InterfaceAddress } from "../flow/facts-input.ts";

/**
 * The routes with those that the kernel makes for the networks of the node's interfaces, where none to the same network
 * is given: out through a host interface, and on the loopback to the node itself; link-local IPv6 networks make none.
 * `isWorkload`: interfaces that get no route.
 */
export function withConnected(
  routes: readonly Route[],
  interfaces: ReadonlyMap<string, readonly InterfaceAddress[]>,
  isWorkload: (name: string) => boolean,
): readonly Route[] {
  const given = new Set(routes.map(({ dst }) => canonical(dst)));
  const made: Route[] = [];
  for (const [name, addresses] of interfaces) {
    for (const { net } of addresses) {
      if (net === undefined || isWorkload(name) || isLinkLocal(net.address)) continue;
      const dst = formatCidr(net);
      if (given.has(dst)) continue;
      if (name !== LOOPBACK_NAME) made.push({ dst, interfaces: [name] });
      else if (net.address.family === 4) made.push({ dst, type: "local", interfaces: [], table: "local" });
    }
  }
  return made.length === 0 ? routes : [...routes, ...made];
}

function canonical(dst: string): string {
  const cidr = parseCidr(dst);
  return cidr === undefined ? dst : formatCidr(cidr);
}
