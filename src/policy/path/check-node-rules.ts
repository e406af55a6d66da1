import type { Chain } from "./chains.ts";
import { type Domain, drop, flatMapParts, type Part, record, withPackets } from "./domain.ts";
import { type End, interfaceOf } from "./end.ts";
import { byServiceLoop, bySpoofedSource, byTunnel } from "./reasons.ts";

type Check = NonNullable<Chain["check"]>;
type SourceCheck = Extract<Check, `source-${string}`>;

/** Takes packets through rules of the node that stand between its chains; each part returned is decided or goes on. */
export function checkNodeRules<P>(
  domain: Domain<P>,
  check: Check,
  { direction }: Chain,
  end: End,
  part: Part<P>,
): readonly Part<P>[] {
  switch (check) {
    case "source-raw":
    case "source-routing":
      return checkSource(domain, check, end, part);
    case "tunnels":
      return flatMapParts(domain.tunnelRule(direction, part.packets), ([hit, packets]) => {
        const inner = withPackets(part, packets);
        // What is sent to others is left to policy; only what comes in from them is dropped.
        if (hit === undefined || (direction === "egress" && (part.accepted || hit.notPeer !== undefined)))
          return [inner];
        const by = byTunnel(hit, direction);
        record(domain, by);
        return [by.action === "Allow" ? { ...inner, decision: { verdict: "allow", by } } : drop(inner, "filter", by)];
      });
    case "service-loop":
      return flatMapParts(domain.serviceLoop(part.packets), ([net, packets]) => {
        const inner = withPackets(part, packets);
        if (net === undefined) return [inner];
        const by = byServiceLoop(net);
        record(domain, by);
        return [drop(inner, "filter", by)];
      });
  }
}

/** Packets of workloads from others' addresses: in raw, or (v3.9, IPv4) where the kernel looks up the reverse path. */
function checkSource<P>(domain: Domain<P>, check: SourceCheck, end: End, part: Part<P>): readonly Part<P>[] {
  return flatMapParts(domain.spoofed(end, check, part.packets), ([source, packets]) => {
    const inner = withPackets(part, packets);
    if (source === undefined) return [inner];
    const by = bySpoofedSource(interfaceOf(end), source);
    record(domain, by);
    return [drop(inner, check === "source-raw" ? "raw" : "routing", by)];
  });
}
