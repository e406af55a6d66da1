import { describe, expect, test } from "vitest";
import { largePolicies } from "../../../scripts/large-policies/large-policies.ts";
import { goYaml } from "../../../src/manifest/yaml/writer/go-yaml.ts";
import type { World } from "../../../src/policy/world/compiled.ts";
import { answerQuestion } from "../../../src/web/engine/answer.ts";
import type { PacketAnswer } from "../../../src/web/engine/answers/packet-answer.ts";
import { openPage, type Page } from "../../../src/web/engine/page.ts";
import type { Edits, PageData } from "../../../src/web/engine/page-data.ts";
import { EMPTY_PAGE } from "./page-of.ts";

const POLICIES = 300;
const MANY = largePolicies({ endpoints: 20, policies: POLICIES, rulesEach: 2, policiesEach: 8 })
  .map((resource) => goYaml(resource))
  .join("---\n");
const NARROW =
  "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: narrow\nspec:\n  selector: all()\n  namespaceSelector: has(x)\n";

const pageOf = (text: string): Page => {
  const data: PageData = { ...EMPTY_PAGE, calicoVersion: "v3.32", manifests: [{ name: "all.yaml", text }] };
  return openPage(data);
};
const edits = (text: string): Edits => ({ manifests: [{ name: "all.yaml", text }], removed: [] });

function scenarioOf(page: Page, text?: string) {
  const made = page.scenario(text === undefined ? undefined : edits(text));
  if (!made.ok) throw new Error(made.refusal.message);
  return made.scenario;
}

function packet(page: Page, text?: string): PacketAnswer {
  const form = { protocol: "tcp", from: "198.51.100.7", to: "host-0", port: "8443" };
  const question = { kind: "packet", form, ...(text !== undefined && { edits: edits(text) }) } as const;
  const result = answerQuestion(page, question);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.answer as PacketAnswer;
}

describe("a key press in a text of many documents", () => {
  const compiled = ({ policies, hostEndpoints, networkSets, profiles }: World): readonly object[] => [
    ...policies,
    ...[...hostEndpoints.values()].flat(),
    ...networkSets,
    ...profiles.values(),
  ];
  test.each([
    ["changes one document", "name: policy-7\n", "name: policy-7x\n", 1, 1],
    ["begins a line", "name: policy-7\n", "name: policy-7\n\n", 1, 1],
    ["begins a document", "---\n", "---\n\n---\n", 0, 0],
  ])("that %s parses and compiles no other", (_, from, to, parses, compiles) => {
    const page = pageOf(MANY);
    const before = new Set(compiled(scenarioOf(page).world));
    const read = page.reader.documents;
    const after = compiled(scenarioOf(page, MANY.replace(from, to)).world);
    expect(page.reader.documents - read).toBe(parses);
    expect(after).toHaveLength(before.size);
    expect(after.filter((one) => !before.has(one))).toHaveLength(compiles);
  });

  test("finds what is wrong with it without a look at the others", () => {
    const page = pageOf(MANY);
    page.reader.validate({ name: "all.yaml", text: MANY });
    const read = page.reader.documents;
    const { diagnostics } = page.reader.validate({ name: "all.yaml", text: MANY.replace("order: 7\n", "odrer: 7\n") });
    expect([page.reader.documents - read, diagnostics.map(({ code }) => code)]).toEqual([1, ["field.unknown"]]);
  });

  test("is answered without the policies that no one sees, nor their places", () => {
    const [{ hops = [] } = {}] = packet(pageOf(MANY)).paths;
    const skipped = hops.flatMap(({ steps }) => steps.filter(({ kind }) => kind === "policy-skipped"));
    expect(skipped).toHaveLength(100);
    expect(skipped.filter(({ place }) => place !== undefined)).toHaveLength(20);
    expect(skipped.at(-1)?.more).toBe(POLICIES - 8 - 100);
  });
});

describe("places follow the text", () => {
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;
  const deciderLine = ({ paths }: PacketAnswer) =>
    paths[0]?.hops[0]?.steps.find(({ place }) => place)?.place?.start.line;

  test("of a document that moved, for the text that is asked about", () => {
    const [page, moved] = [pageOf(MANY), `# a line\n\n---\n${MANY}`];
    const first = deciderLine(packet(page));
    expect(first).toBeGreaterThan(1);
    for (const _ of [1, 2]) {
      expect(deciderLine(packet(page, moved))).toBe((first ?? 0) + 3);
      expect(deciderLine(packet(page))).toBe(first);
    }
    expect(deciderLine(packet(page, `\n${moved}`))).toBe((first ?? 0) + 4);
  });

  test("of findings that are kept with what a resource is compiled to", () => {
    const page = pageOf(`${MANY}---\n${NARROW}`);
    const found = (text?: string) =>
      scenarioOf(page, text).diagnostics.map(({ code, span }) => `${code} ${span?.start.line}`);
    const at = (text: string) => [`world.ignored ${lineOf(text, "selector: all()")}`];
    expect(found()).toEqual(at(`${MANY}---\n${NARROW}`));
    for (const lines of ["\n", "\n\n", ""]) {
      const text = `${lines}# more\n---\n${MANY}---\n${NARROW}`;
      expect(found(text)).toEqual(at(text));
    }
    expect(found()).toEqual(at(`${MANY}---\n${NARROW}`));
  });
});
