import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFlowSources } from "../../../../src/cli/scenario/flow-sources.ts";
import { runBinary } from "../../../support/binary.ts";
import { runCli, testIo } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const HEP = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;

const NAMES = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"] as const;

describe.each(NAMES)("%s is standard input", (name) => {
  test("findings name it the same way", async () => {
    const ran = await runCli(["validate", "-f", name], { stdin: HEP.replace("eth0,", "eth0, typo: 1,") });
    expect(ran.stderr).toMatch(/^<stdin>:4:\d+: error: /);
  });

  test("it is read once, however often it is named", async () => {
    const ran = await runCli(["validate", ...NAMES.flatMap((other) => ["-f", name, "-f", other])], { stdin: HEP });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining("validated 1 ") });
  });

  test("flows in it are read once, however often it is named", () => {
    let reads = 0;
    const { io } = testIo();
    const readStdin = (): string => {
      reads++;
      return "flows: []";
    };
    const sources = readFlowSources([name, ...NAMES], { ...io, readStdin });
    expect(sources).toMatchObject([{ name: "<stdin>", source: { text: "flows: []" } }]);
    expect(reads).toBe(1);
  });

  test.each([
    ["simulate --offline -f - --flows @"],
    ["simulate --offline -f - --flows @ --flows-format csv"],
    ["explore --offline -f - --flows @"],
    ["test --offline -f - @"],
  ])("%s: resources and flows cannot both be in it", async (line) => {
    const ran = await runCli(line.replace("@", name).split(" "), { stdin: HEP });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining("flows or resources, not both") });
  });

  test("no fix is written to it", async () => {
    const ran = await runCli(["validate", "--fix", "-f", name], { stdin: HEP });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining("not standard input") });
  });
});

test("a file that is called `-` is a file where that is no name of standard input", async () => {
  const cwd = tmpFolder({ "-": "a file", "a.yaml": HEP });
  const save = (path: string, stdin: string) =>
    runBinary(["explore", "--offline", "-f", "a.yaml", "--save", path], { cwd, stdin });
  expect(await save("page.html", "")).toMatchObject({ code: 0 });
  const page = readFileSync(join(cwd, "page.html"), "utf8");
  expect(await save("-", page)).toMatchObject({ code: 1, stderr: expect.stringContaining("a file of another origin") });
  expect(readFileSync(join(cwd, "-"), "utf8")).toBe("a file");
});
