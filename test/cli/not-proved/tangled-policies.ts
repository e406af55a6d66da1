import { type Random, randomOf } from "../../../scripts/large-policies/random.ts";

type Rule = Readonly<Record<string, unknown>>;
/** First and last value of source addresses, source ports, destination addresses and destination ports. */
type Ranges = readonly (readonly [first: number, last: number])[];

const SIDES = ["source", "destination"] as const;
const FIELDS = ["nets", "ports"] as const;
const ENDS = SIDES.flatMap((side) => FIELDS.map((field) => [side, field] as const));
const WHOLE: Ranges = ENDS.map(([, field]) => (field === "nets" ? [0, 2 ** 32 - 1] : [1, 65535]));

/** A manifest of the host endpoint h, and a policy that selects it. */
export function tangledManifest(ingress: readonly Rule[]): string {
  const host = {
    apiVersion: "projectcalico.org/v3",
    kind: "HostEndpoint",
    metadata: { name: "h" },
    spec: { node: "n1", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] },
  };
  const policy = {
    apiVersion: "projectcalico.org/v3",
    kind: "GlobalNetworkPolicy",
    metadata: { name: "tangled" },
    spec: { selector: "all()", order: 1, types: ["Ingress"], ingress },
  };
  return `${JSON.stringify(host)}\n---\n${JSON.stringify(policy)}\n`;
}

/** Rules of TCP that bound two of addresses and ports each, so that they overlap in every way: no exact analysis is fast for them. */
export function tangledRules(count: number, actions: readonly string[], seed: number): readonly Rule[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const first = random(ENDS.length);
    const second = (first + 1 + random(ENDS.length - 1)) % ENDS.length;
    const bounds = [first, second].map((end) => ENDS[end] as (typeof ENDS)[number]);
    const sides = SIDES.map((side) => {
      const fields = bounds.filter(([of]) => of === side).map(([, field]) => [field, someOf(field, random)]);
      return [side, Object.fromEntries(fields)];
    });
    return { action: actions[at % actions.length], protocol: "TCP", ...Object.fromEntries(sides) };
  });
}

function someOf(field: (typeof FIELDS)[number], random: Random): readonly string[] {
  if (field === "ports") {
    const first = 1 + random(50_000);
    return [`${first}:${first + 9000}`];
  }
  return Array.from({ length: 6 }, () => {
    const length = 6 + random(6);
    return netText(
      Math.floor((random(224) * 2 ** 24 + random(2 ** 24)) / 2 ** (32 - length)) * 2 ** (32 - length),
      length,
    );
  });
}

/** Rules that together match all of TCP over IPv4, and after them others: nothing comes to these, and each asks for all of the first. */
export function coveredRules(first: number, others: number): readonly Rule[] {
  const random = randomOf(7);
  const boxes: Ranges[] = [WHOLE];
  while (boxes.length < first) {
    const [box = WHOLE] = boxes.splice(random(boxes.length), 1);
    const end = random(ENDS.length);
    const [low, high] = box[end] as readonly [number, number];
    const middle = low + Math.floor((high - low) / 2);
    if (low === high) boxes.push(box);
    else boxes.push(box.with(end, [low, middle]), box.with(end, [middle + 1, high]));
  }
  const rest = Array.from({ length: others }, () => {
    const some = () => {
      const port = 1 + random(30_000);
      return [port, port + 30_000] as const;
    };
    return WHOLE.with(1, some()).with(3, some());
  });
  return [...boxes, ...rest].map((box) => {
    const field = (end: number) => {
      const [low, high] = box[end] as readonly [number, number];
      return ENDS[end]?.[1] === "ports" ? `${low}:${high}` : netText(low, 32 - Math.round(Math.log2(high - low + 1)));
    };
    const source = { nets: [field(0)], ports: [field(1)] };
    return {
      action: "Deny",
      protocol: "TCP",
      source,
      destination: { nets: [field(2)], ports: [field(3)] },
    };
  });
}

function netText(first: number, length: number): string {
  return `${[24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256).join(".")}/${length}`;
}
