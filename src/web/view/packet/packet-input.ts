import type { PacketForm } from "../../engine/answers/packet-form.ts";

/** What the form has, every field as it is typed; `way` says which of them count. */
export interface PacketInput {
  /** A packet between two ends of the cluster, or one on one node. */
  readonly way: "between" | "node";
  readonly protocol: string;
  readonly port: string;
  readonly from: string;
  readonly to: string;
  readonly src: string;
  readonly dst: string;
  readonly node: string;
  /** How it comes to the node: `interface:NAME`, `process`, `workload:NAME`; empty where that is inferred. */
  readonly entry: string;
  /** How it leaves the node, alike. */
  readonly exit: string;
  readonly icmp: string;
  readonly tcpFlags: string;
  readonly established: boolean;
  /** Whether the path is drawn. */
  readonly isDrawn: boolean;
}

/** The fields that are texts, which the address has under these names. */
const TEXTS = [
  "protocol",
  "port",
  "from",
  "to",
  "src",
  "dst",
  "node",
  "entry",
  "exit",
  "icmp",
  "tcpFlags",
] as const satisfies readonly (keyof PacketInput)[];

/** The fields of each way, beside those that both have. */
const OF_WAY = {
  between: ["from", "to"],
  node: ["src", "dst", "node", "entry", "exit"],
} as const satisfies Record<PacketInput["way"], readonly (keyof PacketInput)[]>;

/** What the parameters of a route ask. */
export function inputOf(parameters: ReadonlyMap<string, string>): PacketInput {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, parameters.get(name) ?? ""])) as Record<
    (typeof TEXTS)[number],
    string
  >;
  const isOnNode = OF_WAY.node.some((name) => parameters.has(name)) || parameters.get("way") === "node";
  return {
    ...texts,
    way: isOnNode ? "node" : "between",
    protocol: texts.protocol || "tcp",
    established: parameters.get("established") === "yes",
    isDrawn: parameters.get("picture") === "yes",
  };
}

let last: PacketInput | undefined;

/** Keeps a question, for the view that asks it again of what is edited. */
export function rememberInput(input: PacketInput): void {
  if (missingIn(input) === undefined) last = input;
}

/** What a route asks, or else what was asked last. */
export function inputOfOrLast(parameters: ReadonlyMap<string, string>): PacketInput {
  const input = inputOf(parameters);
  return missingIn(input) === undefined ? input : (last ?? input);
}

/** The parameters that ask the same; those of the other way are left out. */
export function parametersOf(input: PacketInput): Readonly<Record<string, string>> {
  const others: readonly string[] = OF_WAY[input.way === "between" ? "node" : "between"];
  const texts = TEXTS.filter((name) => !others.includes(name)).map((name) => [name, input[name]]);
  const isBare = input.way === "node" && OF_WAY.node.every((name) => input[name] === "");
  return {
    ...Object.fromEntries(texts),
    ...(isBare && { way: "node" }),
    ...(input.established && { established: "yes" }),
    ...(input.isDrawn && { picture: "yes" }),
  };
}

/** What still has to be typed, in a sentence; `undefined` where the packet can be asked about. */
export function missingIn({ way, from, to, src, dst, port, protocol }: PacketInput): string | undefined {
  const isBlank = (text: string): boolean => text.trim() === "";
  const needsPort = ["tcp", "udp", "sctp", "udplite"].includes(protocol.trim().toLowerCase());
  const hasPort =
    !isBlank(port) || /:\w[\w-]*$/.test(way === "node" ? dst : to) || (way === "between" && to.includes("/"));
  if (way === "between") {
    if (isBlank(from) || isBlank(to)) return "Name where the packet comes from and where it goes to.";
  } else if (isBlank(src) || isBlank(dst)) return "Give the packet's source and destination address.";
  return needsPort && !hasPort ? "Give the destination's port." : undefined;
}

/** The form as the engine reads it. */
export function formOf(input: PacketInput): PacketForm {
  const { way, protocol, port, icmp, tcpFlags, established } = input;
  const isIcmp = /^(icmp|icmpv6|1|58)$/i.test(protocol.trim());
  const isTcp = /^(tcp|6)$/i.test(protocol.trim());
  const shared = {
    protocol,
    established,
    ...(isIcmp ? { icmp } : { port }),
    ...(isTcp && { tcpFlags }),
  };
  if (way === "between") return { ...shared, from: input.from, to: input.to };
  const { src, dst, node } = input;
  return { ...shared, src, dst, node, ...entryOf(input.entry), ...exitOf(input.exit) };
}

function entryOf(entry: string): Pick<PacketForm, "in" | "fromProcess" | "fromWorkload"> {
  const [kind, name = ""] = split(entry);
  if (kind === "process") return { fromProcess: true };
  return kind === "interface" ? { in: name } : kind === "workload" ? { fromWorkload: name } : {};
}

function exitOf(exit: string): Pick<PacketForm, "out" | "toProcess" | "toWorkload"> {
  const [kind, name = ""] = split(exit);
  if (kind === "process") return { toProcess: true };
  return kind === "interface" ? { out: name } : kind === "workload" ? { toWorkload: name } : {};
}

function split(text: string): readonly [kind: string, name?: string] {
  const at = text.indexOf(":");
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
