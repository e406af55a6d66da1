import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { rewriteFile } from "../../../src/files/rewrite-file.ts";
import { session } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const WRONG = `apiVersion: projectcalico.org/v3
kind: HostEndpont
metadata: {name: h}
spec: {nod: n1, interfaceName: eth0} # one
`;
const RIGHT = WRONG.replace("Endpont", "Endpoint").replace("nod:", "node:");
const LEFT = "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: i}\nspec: {node: n1}\n";

let folder = "";
let file = "";
let run: ReturnType<typeof session>;
beforeEach(() => {
  folder = tmpFolder();
  file = join(folder, "a.yaml");
  writeFileSync(file, WRONG);
  run = session(folder);
});
const text = (): string => readFileSync(file, "utf8");

test("--fix --dry-run shows the diff and writes nothing", async () => {
  const ran = await run(`validate -f ${file} --fix --dry-run`);
  expect(ran).toMatchObject({ code: 0, stderr: "Dry run: would make 2 fixes in 1 file\n" });
  expect(ran.stdout).toContain("-kind: HostEndpont\n");
  expect(ran.stdout).toContain("+spec: {node: n1, interfaceName: eth0} # one\n");
  expect(text()).toBe(WRONG);
});

test("--fix writes what is mended, keeps the permissions and a link, and ends with 0", async () => {
  chmodSync(file, 0o640);
  const link = join(folder, "link.yaml");
  symlinkSync(file, link);
  const ran = await run(`validate --fix ${link}`);
  expect(ran).toEqual({
    code: 0,
    stdout: "Successfully validated 1 'HostEndpoint' resource(s)\n",
    stderr: "made 2 fixes in 1 file\n",
  });
  expect(text()).toBe(RIGHT);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(await run(`validate --fix ${file}`)).toMatchObject({ code: 0, stderr: "nothing to fix\n" });
});

test("--fix reports what is left, at its place in the mended text", async () => {
  writeFileSync(file, `${WRONG}---\n${LEFT}`);
  const ran = await run(`validate --fix -f ${file}`);
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toMatch(/^made 2 fixes in 1 file\n.*a\.yaml:9:\d+: error: /);
  expect(text()).toBe(`${RIGHT}---\n${LEFT}`);
});

test("a warning is left: the text means something already", async () => {
  const warned = RIGHT.replace("node:", "Node:");
  writeFileSync(file, warned);
  expect(await run(`validate --fix -f ${file}`)).toMatchObject({ code: 0 });
  expect(text()).toBe(warned);
});

test.each([
  ["validate -f - --fix", "--fix mends files, not standard input"],
  ["validate -f FILE --dry-run", "--dry-run goes with --fix"],
])("%s is wrong usage", async (line, message) => {
  const ran = await run(line.replace("FILE", file), WRONG);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
  expect(text()).toBe(WRONG);
});

test("a file that another program has changed is left as it is", () => {
  expect(rewriteFile(file, "what was read before\n", RIGHT)).toBe(false);
  expect(text()).toBe(WRONG);
});
