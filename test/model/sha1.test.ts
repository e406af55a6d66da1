import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha1 } from "../../src/model/sha1.ts";

test("any text has the SHA-1 that Node's own implementation returns", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha1(text)).toBe(createHash("sha1").update(text).digest("hex"));
    }),
    { seed: 1 },
  );
});

test.each([0, 55, 56, 63, 64, 65, 119, 120, 1000])("%i bytes, about the ends of blocks", (length) => {
  const text = "a".repeat(length);
  expect(sha1(text)).toBe(createHash("sha1").update(text).digest("hex"));
});
