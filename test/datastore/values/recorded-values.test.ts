import { expect, test } from "vitest";
import { decodeResource } from "../../../src/datastore/values/codec.ts";
import { allKinds } from "../../../src/model/kinds/kinds.ts";
import { recordedValues } from "../../support/values/recorded-values.ts";

test("every value that calicoctl stored is read", () => {
  const kinds = new Map(allKinds().map(({ plural, kind }) => [plural, kind]));
  const values = recordedValues();
  const refused = values.flatMap(({ calico, key, value }) => {
    const kind = kinds.get(key.split("/")[5] ?? "") ?? expect.unreachable(key);
    const names = calico.startsWith("v3.32") ? "plain" : "prefixed";
    const read = decodeResource(kind, { key, value, createRevision: "1", modRevision: "1" }, names);
    return read.ok && read.note === undefined ? [] : [{ key, value, read }];
  });
  expect(refused).toEqual([]);
  expect(values.length).toBeGreaterThan(300);
});
