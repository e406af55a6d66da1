import { expect, test, vi } from "vitest";
import type { Datastore } from "../../../../src/datastore/datastore.ts";
import { DatastoreError, type Effect } from "../../../../src/datastore/datastore-error.ts";
import { DEFAULT_CALICO } from "../../../../src/model/kinds/version.ts";
import type { Resource } from "../../../../src/model/resource.ts";
import { runCli } from "../../../support/cli.ts";

const NAMES = ["a", "b", "c"];
let effect: Effect = "unknown";
const hep = (name: string): Resource => ({
  apiVersion: "projectcalico.org/v3",
  kind: "HostEndpoint",
  metadata: { name, resourceVersion: "1" },
  spec: { node: "n", interfaceName: "eth0" },
});

/** A store of three host endpoints that is lost when the second is written. */
vi.mock("../../../../src/datastore/open.ts", () => {
  const store: Partial<Datastore> = {
    description: "a store that is lost",
    timeoutMs: 100,
    calico: DEFAULT_CALICO,
    get: async ({ name }) => hep(name),
    list: async () => ({
      items: NAMES.map(hep),
      ids: NAMES.map((name) => ({ kind: "HostEndpoint", name })),
      unreadable: [],
      misnamed: [],
      revision: "1",
    }),
    update: async (resource) => {
      if (resource.metadata.name === "b") throw new DatastoreError("datastore.full", "it is lost", undefined, effect);
      return { kind: "written", resource };
    },
    close: async () => {},
  };
  return { openDatastore: async () => ({ ...store, transaction: (work: (inner: unknown) => unknown) => work(store) }) };
});

test.each([
  ["unknown", "  written: HostEndpoint a\n  unknown whether written: HostEndpoint b\n  not written: HostEndpoint c\n"],
  ["refused", "  written: HostEndpoint a\n  not written: HostEndpoint b to HostEndpoint c\n"],
] as const)("a label --all that a fault of effect %s stops says what became of each resource", async (what, report) => {
  effect = what;
  const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: "/nowhere" };
  const ran = await runCli(["label", "hep", "--all", "x=y"], { env });
  expect(ran).toEqual({
    code: 1,
    stdout: "Successfully set label x on hep a\n",
    stderr: `labelled 1 of 3 resources; stopped\n${report}error: it is lost [datastore.full]\n`,
  });
});
