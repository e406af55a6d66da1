import fc from "fast-check";
import { expect, test } from "vitest";
import { resourceKey } from "../../../src/datastore/keys.ts";
import { decodeResource } from "../../../src/datastore/values/codec.ts";
import { encodeValue } from "../../../src/datastore/values/encode-json.ts";
import type { StoredNames } from "../../../src/model/kinds/version.ts";
import { resourceId } from "../../../src/model/resource.ts";
import { pick } from "../../support/arbitraries.ts";
import { sized } from "../../support/full.ts";
import { madeWorlds } from "../../support/worlds.ts";

/** What a damaged value has in the place of a piece of its text. */
const DAMAGE = [
  ...["", "{}", "[]", "null", "5", "1.0", "1e2", "12345678901234567890", "-0", '"x"', '"a":1,', '"spec":{},', ",", "}"],
  ...[
    '"nets":[1]',
    '"action":"x"',
    '"ports":[1.5]',
    '"order":"1"',
    '"NAME":"a",',
    `${"[".repeat(300)}${"]".repeat(300)}`,
  ],
];

test("a value is read alike whether it is written as this tool writes it or with a blank before it", () => {
  let [read, refused] = [0, 0];
  const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: pick(...DAMAGE) });
  fc.assert(
    fc.property(
      madeWorlds(1),
      fc.array(damage, { maxLength: 2 }),
      pick<StoredNames>("prefixed", "plain"),
      (made, damages, names) => {
        for (const one of made.resources) {
          const key = resourceKey(resourceId(one), names);
          const metadata = { ...one.metadata, name: key.slice(key.lastIndexOf("/") + 1) };
          let text = encodeValue({ ...one, metadata }, undefined, "v3.7");
          for (const { at, cut, put } of damages) {
            // Where a value or a key begins, so that the text is often JSON still.
            const start = text.indexOf('"', Math.floor(at * text.length));
            if (start >= 0) text = text.slice(0, start) + put + text.slice(start + cut);
          }
          const entry = { key, createRevision: "2", modRevision: "2" };
          const found = decodeResource(one.kind, { ...entry, value: text }, names);
          expect(found).toEqual(decodeResource(one.kind, { ...entry, value: ` ${text}` }, names));
          if (found.ok) read++;
          else refused++;
        }
      },
    ),
    { numRuns: sized(4000, 100), seed: 5 },
  );
  expect(read).toBeGreaterThan(sized(20_000, 500));
  expect(refused).toBeGreaterThan(sized(4000, 100));
});
