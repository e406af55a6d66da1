import { describe, expect, test } from "vitest";
import { outOf } from "../../../src/cli/shell/io/out.ts";
import { runCommandLine } from "../../../src/cli/shell/program.ts";
import { textWidth } from "../../../src/report/text-width.ts";
import { testIo } from "../../support/cli.ts";

const CLUSTER = "simulate --calico-version v3.32 --offline -f examples/kubernetes/cluster.yaml";
const WORKED = "--offline -f examples/worked-example/host-endpoint.yaml -f examples/worked-example/policy.yaml";
const LINES = [
  `${CLUSTER} --from external:203.0.113.9 --to node/node1:31852`,
  `${CLUSTER} --from external:203.0.113.9 --to svc/shop/web`,
  "exposure --offline -f examples/exposure/policies.yaml",
  "exposure --offline -f examples/exposure/policies.yaml --matrix",
  "guard --offline -f examples/lock-out/stored.yaml -f examples/lock-out/change.yaml",
  `describe hep node1-eth0 ${WORKED}`,
  `describe gnp drop-other-ingress ${WORKED}`,
  "explain gnp.spec",
  "explain field.unknown",
  "apply --help",
  "get --help",
  "simulate --help",
  "--help",
];

/** Lines with commands or places to copy, which need some room, and the stream that is looked at. */
const WITH_ROOM: readonly (readonly [string, "stdout" | "stderr"])[] = [
  [`simulate ${WORKED} --repair allow --node node1 --in eth0 --to-process tcp 198.51.100.7 10.240.0.5:443`, "stdout"],
  [`test --generate ${WORKED}`, "stderr"],
  ["lint --explain", "stderr"],
  ["get hep", "stderr"],
];

async function output(
  line: string,
  env: Readonly<Record<string, string>>,
  stream: "stdout" | "stderr" = "stdout",
): Promise<string> {
  const { io, written } = testIo({ env: { HOME: "/the/home/of/a/user/with/a/rather/long/name", ...env } });
  await runCommandLine(line.split(" "), io);
  return written[stream];
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

describe.each(WITH_ROOM)("%s, on %s", (line, stream) => {
  test.each([80, 200])("fits into %i columns, with every word whole", async (width) => {
    const shown = await output(line, { COLUMNS: String(width) }, stream);
    expect(shown).not.toBe("");
    expect(shown.split("\n").filter((one) => textWidth(one) > width && !isWhole(one))).toEqual([]);
    expect(words(shown)).toEqual(words(await output(line, { COLUMNS: "2000" }, stream)));
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
