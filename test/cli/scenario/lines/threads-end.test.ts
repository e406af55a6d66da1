import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { expect, test, vi } from "vitest";
import { THREADS_FROM } from "../../../../src/cli/scenario/lines/stations.ts";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), availableParallelism: () => 3 }));

/** The threads that were started. */
const started = vi.hoisted((): Worker[] => []);
vi.mock("node:worker_threads", async (original) => {
  const actual = await original<typeof import("node:worker_threads")>();
  class Worker extends actual.Worker {
    constructor(...given: ConstructorParameters<typeof actual.Worker>) {
      super(...given);
      started.push(this);
    }
  }
  return { ...actual, Worker };
});

/** What goes wrong in the tool when the World is compiled; none of its tests knows such a thing. */
const fault = vi.hoisted((): { message?: string } => ({}));
vi.mock("../../../../src/policy/tables/evaluate.ts", async (original) => {
  const actual = await original<typeof import("../../../../src/policy/tables/evaluate.ts")>();
  const compileNode: typeof actual.compileNode = (...given) => {
    if (fault.message !== undefined) throw new Error(fault.message);
    return actual.compileNode(...given);
  };
  return { ...actual, compileNode };
});

const MANIFEST = join(import.meta.dirname, "..", "..", "..", "..", "examples", "worked-example", "host-endpoint.yaml");
const HEADER = "from,to,protocol,srcIP,dstIP,srcPort,dstPort\n";
const ROW = "interface:eth0,process,TCP,10.0.0.2,10.0.0.1,40000,443\n";

test.each([
  ["all is answered", HEADER, undefined, { code: 0 }],
  ["the lines are no flows", "a,b\n", undefined, { code: 1 }],
  ["the tool itself fails before the first line", HEADER, "out of tables", "out of tables"],
])("no thread is left that would keep the process where %s", async (_, header, message, expected) => {
  const folder = tmpFolder();
  writeFileSync(`${folder}/many.csv`, header + ROW.repeat(THREADS_FROM / ROW.length + 1));
  Object.assign(fault, { message });
  started.length = 0;
  const ran = session(folder)(
    `simulate --offline -f ${MANIFEST} --interface eth0=10.240.0.5 --flows ${folder}/many.csv -o csv`,
  );
  if (typeof expected === "string") await expect(ran).rejects.toThrow(expected);
  else expect(await ran).toMatchObject(expected);
  // A thread that has ended has no number any more.
  expect(started.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});
