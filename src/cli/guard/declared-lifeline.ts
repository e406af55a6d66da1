import { type EndpointChoice, EVERY_HOST, type Lifeline, type PortRange } from "../../analysis/lifelines/lifeline.ts";
import type { Problem } from "../../manifest/problem.ts";
import type { DeclaredLifeline, LifelineEndpoints, LifelineThrough } from "../../model/lifeline.ts";
import { parsePort } from "../../model/net/port.ts";
import { hasPorts, protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Net } from "../../policy/world/compiled.ts";
import { readNet } from "../../policy/world/nets.ts";
import { parseSelector } from "../../selector/parse.ts";
import { printSelector } from "../../selector/print.ts";

/** A lifeline as its file declares it; reports what the schema cannot state. */
export function declaredLifeline(
  given: DeclaredLifeline,
  path: FieldPath,
  report: (problem: Problem) => void,
): Lifeline {
  const wrong = (field: FieldPath, message: string, help: string) =>
    report({ code: "field.value", message, help, path: [...path, ...field] });
  const protocol = protocolNumberInAnyCase(given.protocol) ?? 0;
  if (protocol === 0)
    wrong(["protocol"], `\`${given.protocol}\` is not a protocol`, "TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or 1 to 255");
  const ports = (field: "ports" | "sourcePorts"): readonly PortRange[] => {
    const list = given[field] ?? [];
    if (list.length > 0 && protocol !== 0 && !hasPorts(protocol))
      wrong([field], `packets of ${given.protocol} have no ports`, `remove \`${field}\``);
    return list.flatMap((port, index): PortRange[] => {
      const read = parsePort(port);
      if (typeof read === "object" && read.kind === "range") return [[read.from, read.to]];
      wrong([field, index], `\`${port}\` is not a port`, "write 22, or a range such as 8000:8080");
      return [];
    });
  };
  const ends = given.through === undefined ? endsOf(given, wrong) : forwardedEnds(given, given.through, wrong);
  return {
    name: given.name,
    ...ends,
    protocol,
    ports: ports("ports"),
    sourcePorts: ports("sourcePorts"),
    replies: given.replies ?? true,
  };
}

type End = DeclaredLifeline["from"];
type Wrong = (field: FieldPath, message: string, help: string) => void;

type Ends = Pick<Lifeline, "direction" | "peers" | "endpoints" | "through">;

function endsOf(given: DeclaredLifeline, wrong: Wrong): Ends {
  const direction = given.direction ?? (Array.isArray(given.to) ? "out" : "in");
  const [peers, endpoints] = direction === "in" ? (["from", "to"] as const) : (["to", "from"] as const);
  return {
    direction,
    peers: peersOf(given[peers], peers, `direction: ${direction}`, wrong),
    endpoints: endpointsOf(given[endpoints], endpoints, direction, wrong),
  };
}

/** Of connections that hosts forward: both ends are networks, and the host endpoints are those of the hosts. */
function forwardedEnds(given: DeclaredLifeline, through: LifelineThrough, wrong: Wrong): Ends {
  if (given.direction !== undefined)
    wrong(["direction"], "what is forwarded has no `direction`", "`from` and `to` say it: remove `direction`");
  const { in: incoming = [], out = [], ...hosts } = through;
  return {
    direction: "in",
    peers: peersOf(given.from, "from", "through", wrong),
    endpoints: {
      ...choiceOf(hosts, "through", wrong),
      addresses: peersOf(given.to, "to", "through", wrong),
    },
    through: { in: incoming, out },
  };
}

/** `by`: the field that makes it a list of networks. */
function peersOf(end: End, field: "from" | "to", by: string, wrong: Wrong): readonly Net[] {
  if (end === undefined) return [];
  if (isNets(end)) {
    if (end.length === 0) wrong([field], `\`${field}\` names no network`, "leave it out for all of them");
    return netsOf(end, [field], wrong);
  }
  const other = field === "from" ? "to" : "from";
  const help = by === "through" ? "the hosts are in `through`" : `the endpoints are in \`${other}\``;
  wrong([field], `with \`${by}\`, \`${field}\` is a list of networks`, help);
  return [];
}

function endpointsOf(end: End, field: "from" | "to", direction: string, wrong: Wrong): EndpointChoice {
  if (end === undefined) return EVERY_HOST;
  if (isNets(end)) {
    const help = "write {addresses: [...]} for endpoints by their addresses";
    wrong([field], `with \`direction: ${direction}\`, \`${field}\` is a choice of endpoints`, help);
    return EVERY_HOST;
  }
  return choiceOf(end, field, wrong);
}

/** A choice of endpoints, of the field that has it. */
function choiceOf(end: LifelineEndpoints, field: "from" | "to" | "through", wrong: Wrong): EndpointChoice {
  const { nodes, selector, addresses = [] } = end;
  const parsed = selector === undefined ? undefined : parseSelector(selector);
  if (parsed?.ok === false) {
    const message = `invalid selector: ${parsed.message} (at character ${parsed.offset + 1})`;
    wrong([field, "selector"], message, "write it as policies do: role == 'web' && has(zone)");
  }
  return {
    addresses: netsOf(addresses, [field, "addresses"], wrong),
    ...(nodes && { nodes: new Set(nodes) }),
    ...(parsed?.ok && { selector: { key: printSelector(parsed.selector), selector: parsed.selector } }),
  };
}

function isNets(end: readonly string[] | LifelineEndpoints): end is readonly string[] {
  return Array.isArray(end);
}

function netsOf(list: readonly string[], field: FieldPath, wrong: Wrong): readonly Net[] {
  return list.flatMap((text, index) => {
    const net = readNet(text);
    if (net === undefined) wrong([...field, index], `\`${text}\` is not an address or network`, "write 10.20.0.0/24");
    return net ?? [];
  });
}
