import { describe, expect, test } from "vitest";
import { openScenario, type ScenarioOptions } from "../../../src/cli/scenario/open-scenario.ts";
import type { CommandContext } from "../../../src/cli/shell/context.ts";
import { session, testIo } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";

const policy = (action: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {ingress: [{action: ${action}}]}}\n`;
const FILES = {
  "allow.yaml": policy("Allow"),
  "deny.yaml": policy("Deny"),
  "wrong.yaml": policy("Alow"),
  "addr.json": "[]",
};

/** Opens a scenario, `@` being a folder of these files with an embedded store in it. */
async function open(folder: string, options: Partial<ScenarioOptions>) {
  const at = (names: readonly string[] = []) => names.map((name) => name.replace("@", folder));
  const { io, written } = testIo({ env: { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: `${folder}/.store.db` } });
  const context: CommandContext = {
    ...{ io, chosenVersion: undefined, allowVersionMismatch: false, line: [] },
    ...{ config: undefined, cluster: undefined, timeoutMs: 1000, namespace: undefined },
  };
  const { filename, facts, offline = false } = options;
  const result = await openScenario(
    {
      filename: at(filename),
      facts: at(facts),
      offline,
      recursive: false,
      dataplane: undefined,
      addresses: [],
      routes: [],
      nat: [],
    },
    context,
  );
  return { result, printed: written.stdout + written.stderr };
}

describe("a scenario", () => {
  test.each([
    ["files alone", { filename: ["@/allow.yaml"], offline: true }, ["p Allow"], undefined],
    ["what is stored", {}, ["p Deny"], undefined],
    ["files over what is stored", { filename: ["@/allow.yaml"] }, ["p Allow"], ["p Deny"]],
  ] as const)("%s", async (_, options, resources, before) => {
    const folder = tmpFolder(FILES);
    await session(folder)(`apply -f ${folder}/deny.yaml`);
    const { result, printed } = await open(folder, options);
    if (!result.ok) throw new Error(JSON.stringify(result));
    const { scenario } = result;
    const shown = ({ policies }: typeof scenario.world) =>
      policies.map(({ ref, ingress }) => `${ref.name} ${ingress[0]?.action}`);
    expect(shown(scenario.world)).toEqual(resources);
    expect(scenario.before && shown(scenario.before())).toEqual(before);
    expect(scenario.before?.()).toBe(scenario.before?.());
    expect(printed).toBe("");
  });
});

test("manifests and facts that are both wrong are reported together, and nothing is printed", async () => {
  const { result, printed } = await open(tmpFolder(FILES), { filename: ["@/wrong.yaml"], facts: ["@/none"] });
  if (result.ok || result.refusal === undefined) throw new Error("it is refused");
  expect(result.refusal.diagnostics.map(({ code }) => code)).toEqual(["field.enum", "facts.folder"]);
  expect(result.refusal.summary).toContain("1 error in 1 of 1 resource (GlobalNetworkPolicy p)");
  expect(printed).toBe("");
});
