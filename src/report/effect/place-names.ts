import type { ChangeGroup, ChangePlace } from "../../analysis/effect/groups.ts";

/** Names of one list that people are shown; the others are counted. */
const SHOWN = 5;

/** Names in order, those that count up together: `node1..node8, web3`; the first five and how many more there are. */
export function namesText(names: readonly string[]): string {
  const sorted = [...new Set(names)].sort((a, b) => compare(split(a), split(b)));
  const runs: [string, string][] = [];
  for (const name of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && follows(split(run[1]), split(name))) run[1] = name;
    else runs.push([name, name]);
  }
  const texts = runs.flatMap(([first, last]) => {
    if (first === last) return [first];
    return follows(split(first), split(last)) ? [first, last] : [`${first}..${last}`];
  });
  const rest = texts.length - SHOWN;
  return rest > 0 ? `${texts.slice(0, SHOWN).join(", ")} +${rest}` : texts.join(", ");
}

/** A name that ends in digits, before them and as a number; no digits: no number. */
function split(name: string): readonly [string, number | undefined] {
  const digits = /(?:0|[1-9]\d{0,8})$/.exec(name)?.[0];
  return digits === undefined ? [name, undefined] : [name.slice(0, -digits.length), Number(digits)];
}

type Split = ReturnType<typeof split>;

function compare([a, m = -1]: Split, [b, n = -1]: Split): number {
  return a === b ? m - n : a < b ? -1 : 1;
}

function follows([a, m]: Split, [b, n]: Split): boolean {
  return a === b && m !== undefined && n === m + 1;
}

/** The interfaces of places: `node1..node8/eth0`, those of one name together. */
function interfacesText(places: readonly ChangePlace[]): string {
  const byName = new Map<string, string[]>();
  for (const { node, interface: name } of places) byName.set(name, [...(byName.get(name) ?? []), node]);
  const texts = [...byName].map(([name, nodes]) => {
    const list = namesText(nodes);
    return list.includes(", ") ? `${list} (${name})` : `${list}/${name}`;
  });
  const rest = texts.length - SHOWN;
  return rest > 0 ? `${texts.slice(0, SHOWN).join(", ")} +${rest}` : texts.join(", ");
}

/** The workloads of places, with the node where there is one place. */
function workloadsText(places: readonly ChangePlace[]): string {
  const names = places.map(({ node, interface: name, endpoint }) =>
    endpoint === undefined ? `at ${node}/${name}` : `${endpoint.namespace ?? "default"}/${endpoint.name}`,
  );
  const [one] = places;
  return places.length === 1 && one?.endpoint ? `${names.join("")} on ${one.node}` : namesText(names);
}

/** The way that packets of a group take: `in through node1/eth0, to local processes`. */
export function wayText({ way, places }: Pick<ChangeGroup, "way" | "places">): string {
  const s = places.length === 1 ? "" : "s";
  switch (way) {
    case "local in":
      return `in through ${interfacesText(places)}, to local processes`;
    case "local out":
      return `from local processes, out through ${interfacesText(places)}`;
    case "forwarded in":
      return `in through ${interfacesText(places)}, forwarded`;
    case "forwarded out":
      return `forwarded, out through ${interfacesText(places)}`;
    case "to workload":
      return `to workload${s} ${workloadsText(places)}`;
    case "from workload":
      return `from workload${s} ${workloadsText(places)}`;
    case "workload to host":
      return `from workload${s} ${workloadsText(places)}, to the host itself`;
  }
}

/** What the ends of a region are called: an end whose address does not matter by where it is. */
export function endNames(
  { way, families }: Pick<ChangeGroup, "way" | "families">,
  region: ChangeGroup["regions"][number],
  names: AddressNames,
): { readonly source: string | undefined; readonly destination: string | undefined } {
  const [family = 4] = families;
  const only = families.length === 1 && !(region.source ?? region.destination) ? ` (IPv${family})` : "";
  const [source, destination] = ANY_ENDS[way];
  return {
    source: region.source === undefined ? `${source}${only}` : names("source", region, family),
    destination: region.destination === undefined ? destination : names("destination", region, family),
  };
}

/** What to call sets of addresses; `undefined` where nothing else has exactly these. */
export type AddressNames = (
  side: "source" | "destination",
  region: ChangeGroup["regions"][number],
  family: 4 | 6,
) => string | undefined;

const ANY_ENDS: Readonly<Record<ChangeGroup["way"], readonly [source: string, destination: string]>> = {
  "local in": ["anywhere", "the node"],
  "local out": ["the node", "anywhere"],
  "forwarded in": ["anywhere", "anywhere"],
  "forwarded out": ["anywhere", "anywhere"],
  "to workload": ["anywhere", "the workload"],
  "from workload": ["the workload", "anywhere"],
  "workload to host": ["the workload", "the node"],
};
