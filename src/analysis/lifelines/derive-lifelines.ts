import { PROTOCOL_NUMBERS } from "../../model/net/protocol.ts";
import type { Net, World } from "../../policy/world/compiled.ts";
import { readNet } from "../../policy/world/nets.ts";
import { bgpLifelines } from "./derive-bgp.ts";
import { sshLifelines } from "./derive-ssh.ts";
import { EVERY_HOST, type Lifeline } from "./lifeline.ts";
import type { LifelineSources } from "./lifeline-sources.ts";

/** The derived lifelines, and why others that one may expect are not among them. */
export interface DerivedLifelines {
  readonly lifelines: readonly Lifeline[];
  readonly notes: readonly string[];
}

const { TCP, UDP } = PROTOCOL_NUMBERS;
const ANYWHERE: readonly Net[] = [readNet("0.0.0.0/0")].flatMap((net) => net ?? []);
const COMMON = { peers: [], endpoints: EVERY_HOST, sourcePorts: [], replies: true } as const;

/** Derives lifelines; what is derived under a name of `except` is left out. */
export function deriveLifelines(sources: LifelineSources, except: ReadonlySet<string>): DerivedLifelines {
  const servers = serverLifelines(sources);
  const lifelines = [
    ...sshLifelines(sources),
    ...servers.lifelines,
    ...bgpLifelines(sources),
    ...DHCP,
    DNS,
    ...failsafeApiServer(sources.before),
  ];
  const notes = servers.notes.filter(({ name }) => !except.has(name)).map(({ text }) => text);
  return { lifelines: lifelines.filter(({ name }) => !except.has(name)), notes };
}

/** A client asks from any IPv4 address, it may have none yet, and to everyone. */
const DHCP: readonly Lifeline[] = [
  {
    ...COMMON,
    name: "dhcp",
    direction: "out",
    endpoints: { addresses: ANYWHERE },
    protocol: UDP,
    sourcePorts: [[68, 68]],
    ports: [[67, 67]],
    replies: false,
    derivedFrom: "requests of DHCP, UDP 68 to 67",
  },
  {
    ...COMMON,
    name: "dhcp",
    direction: "in",
    endpoints: { addresses: ANYWHERE },
    protocol: UDP,
    sourcePorts: [[67, 67]],
    ports: [[68, 68]],
    replies: false,
    derivedFrom: "answers of DHCP, UDP 67 to 68",
  },
];

const DNS: Lifeline = {
  ...COMMON,
  name: "dns",
  direction: "out",
  protocol: UDP,
  ports: [[53, 53]],
  derivedFrom: "queries of DNS, UDP 53",
};

/** The API server's port, where it is a failsafe port of the nodes: it is one for a reason. */
function failsafeApiServer({ settings }: World): Lifeline[] {
  const lists = [...settings.values()];
  const lifeline = (direction: Lifeline["direction"], setting: string): Lifeline => ({
    ...COMMON,
    name: "kube-apiserver",
    direction,
    protocol: TCP,
    ports: [[6443, 6443]],
    derivedFrom: `failsafe port tcp/6443 (${setting})`,
  });
  const has = (list: "failsafeInbound" | "failsafeOutbound") =>
    lists.some((one) => one[list].some(({ number, port }) => number === TCP && port === 6443));
  return [
    ...(has("failsafeInbound") ? [lifeline("in", "failsafeInboundHostPorts")] : []),
    ...(has("failsafeOutbound") ? [lifeline("out", "failsafeOutboundHostPorts")] : []),
  ];
}

interface Note {
  readonly name: string;
  readonly text: string;
}

/** From every host to the servers of the datastore, and to those on nodes from all nodes. */
function serverLifelines({ before, after, servers }: LifelineSources): { lifelines: Lifeline[]; notes: Note[] } {
  const notes: Note[] = [];
  const lifelines = servers.flatMap(({ kind: name, url }): Lifeline[] => {
    const place = placeOf(url);
    if (place === undefined) {
      const text = `${name}: not derived from ${url}, which names no address: declare a lifeline to its addresses`;
      notes.push({ name, text });
      return [];
    }
    const { net, port } = place;
    if (isLoopback(net)) return [];
    const common = { ...COMMON, name, protocol: TCP, ports: [[port, port]] as const };
    const derivedFrom = `${name === "etcd" ? "etcd endpoint" : "API server"} ${url} of this client`;
    const owners = nodesWith(net, before, after);
    const nodes = [before, after].flatMap((world) => [...world.nodes.values()].flatMap(({ nets }) => nets));
    const distinct = [...new Map(nodes.map((one) => [one.text, one])).values()];
    const peers = distinct.filter((one) => one.family === net.family && one.text !== net.text);
    return [
      { ...common, direction: "out", peers: [net], derivedFrom },
      ...(owners.size > 0 && peers.length > 0
        ? [{ ...common, direction: "in" as const, peers, endpoints: { nodes: owners, addresses: [net] }, derivedFrom }]
        : []),
    ];
  });
  return { lifelines, notes };
}

/** The nodes that have the address. */
function nodesWith(net: Net, ...worlds: readonly World[]): ReadonlySet<string> {
  const owners = worlds.flatMap(({ owners: { everywhere } }) => everywhere());
  return new Set(owners.filter(({ nets }) => nets.some(({ text }) => text === net.text)).map(({ node }) => node));
}

/** The address and port of a URL that has an address; `undefined` for one with a name. */
function placeOf(url: string): { readonly net: Net; readonly port: number } | undefined {
  const match = /^(https?):\/\/(\[[0-9a-f:.]+\]|[\d.]+)(?::(\d+))?(?:\/|$)/i.exec(url);
  const net = match && readNet((match[2] ?? "").replace(/^\[|\]$/g, ""));
  if (!net) return undefined;
  const standard = match[1]?.toLowerCase() === "https" ? 443 : 80;
  return { net, port: match[3] === undefined ? standard : Number(match[3]) };
}

function isLoopback({ family, first }: Net): boolean {
  return family === 4 ? first >> 24n === 127n : first === 1n;
}
