import fc from "fast-check";
import { pick } from "../../support/arbitraries.ts";

/** What a damaged value has in the place of a piece of its text. */
const DAMAGE = [
  ...["", "{}", "[]", "null", "5", "1.0", "1e2", "12345678901234567890", "-0", '"x"', '"a":1,', '"spec":{},', ",", "}"],
  ...["08", "65536", '"nets":[1]', '"action":"x"', '"ports":[1.5]', '"order":"1"', '"order":1.50,', '"NAME":"a",'],
  ...[
    '"\\u0041"',
    '"\\ud800"',
    "\t",
    '"selector":null,',
    '"selector":"a",',
    '"egress":[],',
    '"ingress":[{}],',
    "é",
    "]}",
  ],
];

/** A piece of a text that another takes the place of. */
interface Damage {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

/** None, one or two damages of a value. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: pick(...DAMAGE) }),
  { maxLength: 2 },
);

/** The text with the damages: where a value or a key begins, so that it is often JSON still. */
export function damaged(text: string, some: readonly Damage[]): string {
  return some.reduce((whole, { at, cut, put }) => {
    const start = whole.indexOf('"', Math.floor(at * whole.length));
    return start < 0 ? whole : whole.slice(0, start) + put + whole.slice(start + cut);
  }, text);
}
