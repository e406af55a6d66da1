import { expect, test } from "vitest";
import { acceptedHeaders, headerOf, headerPlaces } from "../../../../src/policy/tables/classes/headers.ts";
import type { CompiledRule, IcmpClause } from "../../../../src/policy/world/compiled.ts";

const SIDE = { nets: [], notNets: [], ports: [], notPorts: [] };
const CLAUSES: readonly (IcmpClause | undefined)[] = [undefined, {}, { type: 8 }, { type: 8, code: 0 }];
const PROTOCOLS = [undefined, 1, 6] as const;

const RULES = PROTOCOLS.flatMap((protocol) =>
  [undefined, 1].flatMap((notProtocol) =>
    CLAUSES.flatMap((icmp) =>
      CLAUSES.map(
        (notIcmp) =>
          ({ action: "Allow", protocol, notProtocol, icmp, notIcmp, source: SIDE, destination: SIDE }) as CompiledRule,
      ),
    ),
  ),
);

/** A protocol, and type and code where it is ICMP. */
const PACKETS: readonly (readonly [protocol: number, type: number, code: number])[] = [
  [0, 0, 0],
  [6, 0, 0],
  [17, 0, 0],
  [58, 0, 0],
  [1, 0, 0],
  [1, 8, 0],
  [1, 8, 1],
  [1, 255, 255],
];

function accepts({ protocol, notProtocol, icmp, notIcmp }: CompiledRule, [of, type, code]: (typeof PACKETS)[number]) {
  const has = (clause: IcmpClause) => of === 1 && (clause.type ?? type) === type && (clause.code ?? code) === code;
  if ((protocol ?? of) !== of || notProtocol === of) return false;
  return (icmp === undefined || has(icmp)) && (notIcmp === undefined || !has(notIcmp));
}

test("what a rule accepts does not depend on the rules before it", () => {
  const differences: unknown[] = [];
  for (const before of RULES) {
    for (const rule of RULES) {
      const places = headerPlaces([before, rule]);
      const ranges = acceptedHeaders(rule, 4, places) ?? [0, places.count];
      for (const packet of PACKETS) {
        const interval = places.of[headerOf(4, ...packet)] as number;
        const isAccepted = ranges.some(
          (from, at) => at % 2 === 0 && from <= interval && interval < (ranges[at + 1] ?? 0),
        );
        if (isAccepted !== accepts(rule, packet)) differences.push({ before, rule, packet });
      }
    }
  }
  expect(differences.slice(0, 3)).toEqual([]);
});
