import { expect, test } from "vitest";
import { tunnelsOnNow } from "../../../../src/cli/resources/writing/tunnels-note.ts";
import type { Datastore } from "../../../../src/datastore/datastore.ts";

const lost = { get: () => Promise.reject(new Error("the datastore is gone")) } as unknown as Datastore;

test("a datastore that is lost after a write does not fail the write for its note", async () => {
  expect(await tunnelsOnNow(["IPPool"], lost, ["ipipEnabled"])).toEqual(["ipipEnabled"]);
});
