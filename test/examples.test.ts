import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readLifelines } from "../src/cli/guard/lifeline-file.ts";
import { readAddresses } from "../src/node-facts/addresses.ts";
import { readNat } from "../src/node-facts/nat.ts";
import { readRoutes } from "../src/node-facts/routes.ts";
import { session } from "./support/cli.ts";
import { tmpFolder } from "./support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "examples");
const names = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  // scripts/try-tarball.sh runs the programs, which need the packed library.
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".mjs"))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();

/** Files that show what a mistake looks like: the findings that `validate` must give, and no others. */
const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  "mistake.yaml": ["field.unknown at 7", "port.range at 12"],
  "reference/old.yaml": ["api-version.unknown at 2"],
};

/** Flow files, the manifests they are about (files or directories), and how many of their flows and assertions state an expectation. */
const FLOWS: Readonly<Record<string, readonly [manifests: readonly string[], expectations: number]>> = {
  "worked-example/flows.yaml": [
    ["worked-example/host-endpoint.yaml", "worked-example/policy.yaml", "worked-example/allow-nodeport.yaml"],
    5,
  ],
  "worked-example/pod-flows.yaml": [
    ["host-endpoint.yaml", "policy.yaml", "allow-nodeport.yaml", "pod.yaml"].map((name) => `worked-example/${name}`),
    3,
  ],
  "flow-tests/flows/web.yaml": [["flow-tests/policies"], 5],
  "flow-tests/flows/database.yaml": [["flow-tests/policies"], 2],
  "flow-tests/flows/everyone.yaml": [["flow-tests/policies"], 5],
  "reference/flows.yaml": [["reference/policies"], 2],
  "reference/flows/web.yaml": [["reference/policies"], 2],
  "kubernetes/flows.yaml": [["kubernetes/cluster.yaml"], 5],
  "kubernetes/pinhole-flows.yaml": [["kubernetes/cluster.yaml", "worked-example/allow-nodeport.yaml"], 4],
};

/** Dumps of a Kubernetes cluster, with objects that are not Calico's, and how many resources Calico makes of each. */
const DUMPS: Readonly<Record<string, number>> = { "kubernetes/cluster.yaml": 12 };

/** Facts that were saved on a node, and what reads each, without a finding. */
const FACTS: Readonly<Record<string, (text: string, source: string) => { readonly diagnostics: readonly unknown[] }>> =
  {
    "node-facts/node1/addr.json": readAddresses,
    "node-facts/node1/nat.txt": readNat,
    "node-facts/node1/route.json": readRoutes,
  };

/** Lifelines files, and how many lifelines each declares. */
const LIFELINES: Readonly<Record<string, number>> = { "lifelines.yaml": 4 };

const isFlows = (name: string): boolean => /^(?:flows|forbid|permit):/m.test(readFileSync(join(ROOT, name), "utf8"));
const isManifest = (name: string): boolean => [MISTAKES, DUMPS, LIFELINES, FACTS].every((files) => !(name in files));
const manifests = names.filter((name) => !isFlows(name) && isManifest(name));
const run = session(tmpFolder());

test("every file of examples is run by a test of this file", () => {
  expect(names.filter(isFlows)).toEqual(Object.keys(FLOWS).sort());
  const others = [FLOWS, MISTAKES, DUMPS, LIFELINES, FACTS].flatMap(Object.keys);
  expect(names).toEqual([...manifests, ...others].sort());
  expect(names.length).toBeGreaterThan(5);
});

test.each(manifests)("%s is valid", async (name) => {
  const ran = await run(`validate -f ${join(ROOT, name)} -o json`);
  const documents = parseAllDocuments(readFileSync(join(ROOT, name), "utf8"));
  expect(JSON.parse(ran.stdout)).toMatchObject({ valid: true, diagnostics: [] });
  expect(JSON.parse(ran.stdout).resources).toHaveLength(documents.length);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
});

test.each(Object.entries(LIFELINES))("%s declares %d lifelines", (name, lifelines) => {
  const { declared, diagnostics } = readLifelines({ name, text: readFileSync(join(ROOT, name), "utf8") });
  expect(diagnostics).toEqual([]);
  expect(declared?.lifelines).toHaveLength(lifelines);
});

test.each(Object.entries(FACTS))("%s is read as a fact of a node", (name, read) => {
  expect(read(readFileSync(join(ROOT, name), "utf8"), name).diagnostics).toEqual([]);
});

test.each(Object.entries(DUMPS))("%s is valid, and read as %d resources", async (name, resources) => {
  const ran = await run(`validate --calico-version v3.32 -f ${join(ROOT, name)} -o json`);
  const { diagnostics, ...report } = JSON.parse(ran.stdout);
  expect(report).toMatchObject({ valid: true });
  expect(report.resources).toHaveLength(resources);
  expect(diagnostics.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
});

test.each(Object.entries(MISTAKES))("%s is wrong in just the way it shows", async (name, findings) => {
  const ran = await run(`validate -f ${join(ROOT, name)} -o json`);
  const { diagnostics } = JSON.parse(ran.stdout);
  const reported = diagnostics.map(
    ({ code, span }: { code: string; span: { start: { line: number } } }) => `${code} at ${span.start.line}`,
  );
  expect(reported).toEqual(findings);
  expect(ran.code).toBe(1);
});

test.each(Object.entries(FLOWS))("%s: every expectation holds", async (name, [files, expectations]) => {
  const given = files.map((file) => `-f ${join(ROOT, file)}`).join(" ");
  const version = name.startsWith("kubernetes/") ? "v3.32" : "v3.7";
  const ran = await run(`test ${join(ROOT, name)} ${given} --offline --calico-version ${version} -o json`);
  expect(JSON.parse(ran.stdout).summary).toEqual({ passed: expectations, failed: 0, noExpectation: 0, errors: 0 });
  expect(ran.code).toBe(0);
});
