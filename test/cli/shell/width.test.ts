import { describe, expect, test } from "vitest";
import { outOf } from "../../../src/cli/shell/io/out.ts";
import { runCommandLine } from "../../../src/cli/shell/program.ts";
import { textWidth } from "../../../src/report/text-width.ts";
import { testIo } from "../../support/cli.ts";

const CLUSTER = "simulate --calico-version v3.32 --offline -f examples/kubernetes/cluster.yaml";
const LINES = [
  `${CLUSTER} --from external:203.0.113.9 --to node/node1:31852`,
  `${CLUSTER} --from external:203.0.113.9 --to svc/shop/web`,
  "exposure --offline -f examples/exposure/policies.yaml",
  "exposure --offline -f examples/exposure/policies.yaml --matrix",
  "explain gnp.spec",
  "explain field.unknown",
  "apply --help",
  "get --help",
  "simulate --help",
  "--help",
];

async function output(line: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { io, written } = testIo({ env });
  await runCommandLine(line.split(" "), io);
  return written.stdout;
}

/** Words of the output; a line of an example or a usage line is not broken. */
const words = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== "")
    .sort();
/** Lines that cannot be broken: those of one word behind their indent, and command lines to copy. */
const isWhole = (line: string) => /^ *\S+$|^ *(?:Usage:|calicoctl |#)/.test(line);

describe.each(LINES)("%s", (line) => {
  test.each([60, 80, 200])("fits into %i columns, with every word whole", async (width) => {
    const [shown, wide] = [await output(line, { COLUMNS: String(width) }), await output(line, { COLUMNS: "2000" })];
    expect(shown.split("\n").filter((one) => textWidth(one) > width && !isWhole(one))).toEqual([]);
    if (!line.includes("exposure")) expect(words(shown)).toEqual(words(wide));
  });
});

test.each([
  ["a file or pipe", { isTTY: false, terminal: undefined, env: {} }, undefined],
  ["a terminal", { isTTY: true, terminal: 72, env: {} }, 72],
  ["COLUMNS in a pipe", { isTTY: false, terminal: undefined, env: { COLUMNS: "90" } }, 90],
  ["COLUMNS before the terminal", { isTTY: true, terminal: 72, env: { COLUMNS: "90" } }, 90],
  ["COLUMNS that is no number", { isTTY: true, terminal: 72, env: { COLUMNS: "wide" } }, 72],
  ["a terminal without a width", { isTTY: true, terminal: 0, env: {} }, undefined],
] as const)("the width of %s", (_, { isTTY, terminal, env }, expected) => {
  const sink = {
    put: () => {},
    drained: () => Promise.resolve(),
    onClose: () => () => {},
    isTTY,
    columns: () => terminal,
  };
  expect(outOf(sink, env).columns).toBe(expected);
});
