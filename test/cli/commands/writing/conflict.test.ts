import { expect, test, vi } from "vitest";
import type { Datastore } from "../../../../src/datastore/datastore.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import { runCli } from "../../../support/cli.ts";

const conflict = async () => ({ kind: "conflict" as const, stored: "7" });

/** A store on which every swap is lost. */
vi.mock("../../../../src/datastore/open.ts", () => ({
  openDatastore: async (): Promise<Partial<Datastore>> => ({
    description: "a store of losers",
    calico: DEFAULT_CALICO,
    apply: conflict,
    update: conflict,
    delete: conflict,
    close: async () => {},
  }),
}));

const hep = (version: string) =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a${version}}\nspec: {node: n1, interfaceName: eth0}\n`;
const GIVEN = "HostEndpoint a is at resourceVersion 7, not at the one given [store.conflict]";
const AGAIN = "HostEndpoint a was changed by other writers during every attempt [store.conflict]";

test.each([
  ["apply -f -", ', resourceVersion: "1"', GIVEN],
  ["apply -f -", "", AGAIN],
  ["replace -f -", ', resourceVersion: "1"', GIVEN],
  ["replace -f -", ', resourceVersion: ""', AGAIN],
  ["delete -f -", ', resourceVersion: "1"', GIVEN],
  ["delete -f -", "", AGAIN],
  ["delete hep a", "", AGAIN],
])("%s with `%s`: the message says which conflict it is", async (line, version, message) => {
  const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/nowhere" };
  const ran = await runCli(line.split(" "), { stdin: hep(version), env });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain(message);
  expect(ran.stderr.includes("try again")).toBe(message === AGAIN);
});
