import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCidr } from "../../../src/model/net/address.ts";
import { netsOfRange } from "../../../src/model/net/range-nets.ts";

const LAST = { 4: 2n ** 32n - 1n, 6: 2n ** 128n - 1n } as const;

test.each([
  [4, 0n, LAST[4], ["0.0.0.0/0"]],
  [6, 0n, LAST[6], ["::/0"]],
  [4, 7n, 7n, ["0.0.0.7/32"]],
  [4, 1n, 6n, ["0.0.0.1/32", "0.0.0.2/31", "0.0.0.4/31", "0.0.0.6/32"]],
  [4, LAST[4] - 1n, LAST[4], ["255.255.255.254/31"]],
  [6, 1n << 64n, (1n << 65n) - 1n, ["0:0:0:1::/64"]],
] as const)("IPv%s %s to %s", (family, first, last, nets) => {
  expect(netsOfRange(family, first, last).map(formatCidr)).toEqual(nets);
});

test("the networks follow one another from the first address to the last, none could be larger", () => {
  const families = fc.constantFrom(4 as const, 6 as const);
  const near = (family: 4 | 6) => fc.oneof(fc.bigInt(0n, LAST[family]), fc.bigInt(0n, 600n));
  const ranges = families.chain((family) => fc.tuple(fc.constant(family), near(family), near(family)));
  fc.assert(
    fc.property(ranges, ([family, a, b]) => {
      const [first, last] = a < b ? [a, b] : [b, a];
      const bits = family === 4 ? 32 : 128;
      let next = first;
      const nets = netsOfRange(family, first, last);
      for (const { address, prefix } of nets) {
        const size = 1n << BigInt(bits - prefix);
        expect(address.value).toBe(next);
        expect(address.value % size).toBe(0n);
        const isLargest = prefix === 0 || address.value % (2n * size) !== 0n || address.value + 2n * size - 1n > last;
        expect(isLargest).toBe(true);
        next += size;
      }
      expect(next).toBe(last + 1n);
    }),
    { seed: 1 },
  );
});
