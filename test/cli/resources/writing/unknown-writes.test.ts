import { expect, test } from "vitest";
import { deleteAll } from "../../../../src/cli/resources/writing/delete-all.ts";
import { reportWrites } from "../../../../src/cli/resources/writing/write-report.ts";
import { contextOf } from "../../../../src/cli/shell/context.ts";
import type { Io } from "../../../../src/cli/shell/io/io.ts";
import type { Datastore } from "../../../../src/datastore/datastore.ts";
import { DatastoreError } from "../../../../src/datastore/datastore-error.ts";
import { API_VERSION, type Located, type Resource } from "../../../../src/model/resource.ts";
import { testIo } from "../../../support/cli.ts";

const resource = (name: string): Resource => ({ apiVersion: API_VERSION, kind: "HostEndpoint", metadata: { name } });
const located = (name: string): Located => ({ resource: resource(name), locate: () => undefined });

/** The output of a run that ends early, without the fault that ended it. */
async function outputOf(run: (io: Io) => Promise<unknown> | number): Promise<string> {
  const { io, written } = testIo();
  await Promise.resolve(run(io)).catch(() => undefined);
  return written.stdout + written.stderr;
}

const fault = new DatastoreError("datastore.timeout", "no answer", undefined, "unknown");
// A store of which `deleteAll` calls `delete` alone.
const store = {
  delete: async ({ name }: { name: string }) => {
    if (name === "b") throw fault;
    return { kind: "deleted" };
  },
} as unknown as Datastore;

const LINE = { output: "line", skipExists: false, dryRun: "none" } as const;

test.each<[what: string, run: (io: Io) => Promise<unknown> | number, output: string]>([
  [
    "apply",
    (io) =>
      reportWrites(
        "applied",
        ["a", "b", "c"].map(located),
        [
          { kind: "done", result: { kind: "written", resource: resource("a") } },
          { kind: "unknown" },
          { kind: "not-done" },
        ],
        LINE,
        io,
      ),
    "applied 1 of 3 resources; stopped\n" +
      "  written: HostEndpoint a\n  unknown whether written: HostEndpoint b\n  not written: HostEndpoint c\n",
  ],
  [
    "delete",
    (io) =>
      deleteAll(
        ["a", "b", "c"].map((name) => ({ id: { kind: "HostEndpoint", name } })),
        store,
        { skipNotExists: false, dryRun: "none", output: "line" },
        contextOf(io, {}, {}),
      ),
    "Successfully deleted 1 'HostEndpoint' resource(s)\ndeleted 1 of 3 resources; stopped\n" +
      "  deleted: HostEndpoint a\n  unknown whether deleted: HostEndpoint b\n  not deleted: HostEndpoint c\n",
  ],
])("%s says of each resource whether it was done, where that is known", async (_what, run, output) => {
  expect(await outputOf(run)).toBe(output);
});
