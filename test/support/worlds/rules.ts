import fc from "fast-check";
import { fields, maybe, pick, rarely, some } from "../arbitraries.ts";
import { NAMESPACES, NETS4, net, port, ports, selector } from "./values.ts";

/** Half of the sides ask nothing, most others one thing. */
export const side = (withPorts: boolean) => {
  const none = fc.constant(undefined);
  const one = fc.oneof(
    { arbitrary: fields({ nets: some(net), notNets: rarely(some(net, 2)) }), weight: 3 },
    { arbitrary: fields({ notNets: some(net, 2) }), weight: 1 },
    { arbitrary: fields({ selector: maybe(selector), notSelector: maybe(selector) }), weight: 3 },
    { arbitrary: withPorts ? fields({ ports }) : fields({ notNets: some(net, 1) }), weight: 4 },
    { arbitrary: withPorts ? fields({ notPorts: some(port, 2) }) : fields({ nets: some(net) }), weight: 1 },
  );
  const any = fields({
    nets: maybe(some(net)),
    notNets: maybe(some(net, 2), 5),
    selector: maybe(selector),
    notSelector: maybe(selector, 4),
    namespaceSelector: rarely(pick("has(team)", "!has(team)", "all()")),
    serviceAccounts: rarely(fields({ names: maybe(pick(["sa1"], [])), selector: maybe(pick("has(team)")) })),
    ports: withPorts ? maybe(ports) : none,
    notPorts: withPorts ? maybe(some(port, 2), 4) : none,
  });
  const service = fields({
    services: fields({ name: pick("s0", "s0", "s1"), namespace: maybe(pick(...NAMESPACES)) }),
    ports: withPorts ? rarely(ports) : none,
  });
  return fc.oneof(
    { arbitrary: none, weight: 20 },
    { arbitrary: one, weight: 16 },
    { arbitrary: any, weight: 4 },
    { arbitrary: service, weight: 2 },
  );
};
export const icmp = fields({ type: maybe(pick(8, 0, 3, 128, 135), 4), code: maybe(pick(0, 1)) });
export const action = pick("Allow", "Allow", "Deny", "Pass", "Log");
export const rule = fc.oneof(
  {
    arbitrary: fields({ action, protocol: pick("TCP", "UDP", "TCP"), source: side(true), destination: side(true) }),
    weight: 5,
  },
  {
    arbitrary: fields({
      action,
      ipVersion: rarely(pick(4, 6)),
      protocol: rarely(pick<string | number>("ICMP", "ICMPv6", "SCTP", 4, 99, "TCP")),
      notProtocol: rarely(pick<string | number>("TCP", "UDP", "ICMP", 58)),
      source: side(false),
      destination: side(false),
    }),
    weight: 3,
  },
  {
    arbitrary: fields({
      action,
      protocol: pick("ICMP", "ICMPv6"),
      icmp: maybe(icmp),
      notICMP: maybe(icmp),
      source: side(false),
    }),
    weight: 1,
  },
);
/** A rule whose four lists are many-valued, of which a node checks the first two. */
const wide = ["1:79", "80:90", "100:200", "400:500", "600:700", "3000:5000", "8000:9000", "30000:50000"];
const blockRule = fc
  .record({
    action: pick("Allow", "Deny"),
    from: some(pick(...NETS4.slice(0, 4)), 2),
    to: some(pick(...NETS4.slice(0, 4)), 2),
  })
  .map(({ action: does, from, to }) => ({
    action: does,
    protocol: "TCP",
    source: { nets: ["192.0.2.0/24", ...from], ports: wide },
    destination: { nets: ["192.0.2.0/24", ...to], ports: wide },
  }));
export const rules = fc.array(fc.oneof({ arbitrary: rule, weight: 9 }, { arbitrary: blockRule, weight: 1 }), {
  maxLength: 4,
  size: "max",
});
