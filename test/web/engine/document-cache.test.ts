import { expect, test } from "vitest";
import { DEFAULT_CALICO } from "../../../src/model/kinds/version.ts";
import type { CheckedInput } from "../../../src/scenario/check-input.ts";
import { ManifestReader } from "../../../src/web/engine/manifest-reader.ts";
import { EMPTY_PAGE, pageOfFiles } from "./page-of.ts";

const { manifests } = pageOfFiles(
  "examples/worked-example/policy.yaml",
  "examples/worked-example/host-endpoint.yaml",
  "examples/kubernetes/cluster.yaml",
);
const [policies, endpoint, cluster] = manifests.map(({ text }) => text) as [string, string, string];

/** What was read, with the places of everything that has one. */
const shown = ({ resources, diagnostics, objects }: CheckedInput) => ({
  diagnostics,
  objects,
  resources: resources.map(({ resource, source, locate }) => ({
    ...{ resource, source },
    places: [locate([]), locate(["spec"]), locate(["spec", "ingress", 0, "action"]), locate(["metadata", "name"])],
  })),
});

/** Texts as they follow each other while someone types. */
const TYPED: readonly (readonly [what: string, text: string])[] = [
  ["the text", policies],
  ["a changed rule", policies.replace("action: Deny", "action: Allow")],
  ["a line more in front", `# a comment\n${policies}`],
  ["a line more in the midst", policies.replace("order: 20", "\n  order: 20")],
  ["a document less", policies.slice(policies.indexOf("---") + 4)],
  ["a document more", `${policies}---\n${endpoint}`],
  ["the same document twice", `${endpoint}---\n${endpoint}`],
  ["a warning", policies.replace("order: 10", "order: 10\n  order: 11")],
  ["an error", policies.replace("order: 10", "odrer: 10")],
  ["text that is no YAML", policies.replace("order: 10", "order: [")],
  ["text behind a separator", policies.replace("---", "--- more")],
  ["objects of Kubernetes", cluster],
  ["a template", policies.replace("order: 10", "order: {{ .Values.order }}")],
  ["the same error twice", policies.replaceAll("action: Deny", "action: Dney")],
  ["a template twice", policies.replaceAll(/order: \d+/g, "order: {{ .Values.order }}")],
  ["a document of no API", policies.replace("apiVersion: projectcalico.org/v3", "")],
  ["a document that is only begun", `${policies}---\nki`],
  ["nothing", ""],
  ["the text again", policies],
];

test("what is read while someone types is what is read of each text by itself", () => {
  const reader = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
  for (const [what, text] of TYPED) {
    const sources = [
      { name: "a.yaml", text },
      { name: "b.yaml", text: endpoint },
    ];
    const alone = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
    const read = reader.read(sources);
    read.put();
    expect(shown(read), what).toEqual(shown(alone.readWhole(sources)));
    const source = { name: "a.yaml", text };
    expect(shown(reader.validate(source)), what).toEqual(shown(alone.validateWhole(source)));
  }
});

test("more mistakes than fixes are looked for in are reported as in the text as a whole", () => {
  const reader = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
  const text = Array.from({ length: 300 }, () => policies.replaceAll("action: Deny", "action: [")).join("---\n");
  expect(shown(reader.validate({ name: "a.yaml", text }))).toEqual(
    shown(reader.validateWhole({ name: "a.yaml", text })),
  );
});

/** How many documents are parsed when a text follows another, and which resources stay the same objects. */
function readAfter(first: string, second: string): { parsed: number; same: readonly boolean[] } {
  const reader = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
  const { resources } = reader.read([{ name: "a.yaml", text: first }]);
  const before = reader.documents;
  const read = reader.read([{ name: "a.yaml", text: second }]);
  return { parsed: reader.documents - before, same: read.resources.map((one) => resources.includes(one)) };
}

test.each([
  ["a word", policies.replace("action: Deny", "action: Allow"), { parsed: 1, same: [true, false, true] }],
  ["a line", policies.replace("order: 10", "order: 10\n"), { parsed: 1, same: [false, true, true] }],
  ["a line in front of all", `---\n\n---\n${policies}`, { parsed: 0, same: [true, true, true] }],
  ["a mistake", policies.replace("order: 10", "odrer: 10"), { parsed: 1, same: [false, true, true] }],
])("a change reads one document, and the resources of others stay: %s", (_, text, expected) => {
  expect(readAfter(policies, text)).toEqual(expected);
});

test("a document that must be read with all others leaves them known for the time when it is mended", () => {
  const reader = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
  const read = (text: string) => reader.read([{ name: "a.yaml", text }]).resources;
  const first = read(policies);
  read(policies.replace("apiVersion: projectcalico.org/v3", "apiVersion: apps/v1"));
  const before = reader.documents;
  expect(read(policies).slice(1)).toEqual(first.slice(1));
  expect(reader.documents - before).toBe(1);
});
