import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { ROOT } from "./editor.ts";
import { LanguageServer } from "./language-server.ts";

/** A server that knows no schema but those that files name in their first line. */
const server = new LanguageServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const SCHEMAS = join(ROOT, "schemas");
const modeline = (schema: string): string =>
  `# yaml-language-server: $schema=${pathToFileURL(join(SCHEMAS, schema)).href}\n`;

/** Every kind's own schema finds its parts beside it, where no network is reached. */
test.each(allKinds().map(({ kind }) => kind))("%s by its own schema", async (kind) => {
  const text = `${modeline(`${kind}.schema.json`)}apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { nam: a }\n`;
  const { problems } = await server.ask(text);
  expect(problems).toContain("4:13 Property nam is not allowed.");
  expect(problems.filter((problem) => problem.includes("Problems loading"))).toEqual([]);
});

test("a schema that is not there is reported, so that the others were there", async () => {
  const { problems } = await server.ask(`${modeline("none.schema.json")}a: 1\n`);
  expect(problems.join()).toContain("Unable to load schema");
});

test.each([
  ["flow files: fields", "simulate/flows.schema.json", "fl|\n", ["flows", "forbid", "permit", "interfaces", "node"]],
  [
    "flow files: from end to end",
    "simulate/flows.schema.json",
    "flows:\n  - from: pod/a/b\n    |\n",
    ["to", "in", "out"],
  ],
  [
    "flow files: at a node",
    "simulate/flows.schema.json",
    "flows:\n  - from: {process: true}\n    |\n",
    ["srcIP", "verdict"],
  ],
  ["lifelines: fields", "guard/lifelines.schema.json", "|\n", ["about", "lifelines", "skip"]],
  ["lifelines: of one", "guard/lifelines.schema.json", "lifelines:\n  - |\n", ["name", "protocol", "ports", "through"]],
])("%s", async (_, schema, text, labels) => {
  const { offered } = await server.ask(modeline(schema) + text);
  expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...labels]));
});

test.each([
  ["simulate/flows.schema.json", "nod: n\nflows: []\n", ["2:1 Property nod is not allowed."]],
  ["simulate/flows.schema.json", "flows:\n  - from: pod/a/b\n", ['3:5 Missing property "to".']],
  ["simulate/flows.schema.json", "flows:\n  - to: pod/a/b\n    dstPort: 80\n", ['3:5 Missing property "from".']],
  [
    "simulate/flows.schema.json",
    "flows:\n  - from: { interface: eth0 }\n    protocol: TCP\n    srcIP: 192.0.2.1\n",
    ['3:5 Missing property "dstIP".'],
  ],
  ["simulate/flows.schema.json", "flows:\n  - x\n", ['3:5 Incorrect type. Expected "flow".']],
  ["guard/lifelines.schema.json", "lifelines:\n  - protocol: TCP\n", ['3:5 Missing property "name".']],
  ["guard/lifelines.schema.json", "lifelines: []\nskp: [ssh]\n", ["3:1 Property skp is not allowed."]],
])("%s: %j", async (schema, text, problems) => {
  expect((await server.ask(modeline(schema) + text)).problems).toEqual(problems);
});

/** The files of the examples, by the schema that is for them. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ["simulate/flows.schema.json", "flow-tests/flows"],
  ["editor/calico.schema.json", "flow-tests/policies"],
].flatMap(([schema = "", folder = ""]) =>
  readdirSync(join(ROOT, "examples", folder)).map((file) => [schema, `${folder}/${file}`] as const),
);
test.each([...EXAMPLES, ["guard/lifelines.schema.json", "lifelines.yaml"] as const])(
  "%s takes examples/%s",
  async (schema, file) => {
    const text = readFileSync(join(ROOT, "examples", file), "utf8").replace(/^# yaml-language-server.*\n/, "");
    expect((await server.ask(modeline(schema) + text, "")).problems).toEqual([]);
  },
);

test("a schema is found by its path from the file that names it", async () => {
  const path = join(ROOT, "examples/lifelines.yaml");
  const text = readFileSync(path, "utf8");
  expect(text).toContain("$schema=../schemas/guard/lifelines.schema.json");
  expect((await server.ask(text, "", path)).problems).toEqual([]);
  const wrong = text.replace("protocol: TCP", "protocl: TCP");
  expect((await server.ask(wrong, "", join(ROOT, "examples/other.yaml"))).problems.join()).toContain("protocl");
});
