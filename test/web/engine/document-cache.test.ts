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
    const whole = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE).readWhole(sources);
    expect(shown(reader.read(sources)), what).toEqual(shown(whole));
  }
});

test("a change of one document leaves the resources of the others the same objects", () => {
  const reader = new ManifestReader(DEFAULT_CALICO, EMPTY_PAGE);
  const first = reader.read([{ name: "a.yaml", text: policies }]).resources;
  const second = reader.read([{ name: "a.yaml", text: policies.replace("action: Deny", "action: Allow") }]).resources;
  expect(second.map((one, at) => one === first[at])).toEqual([true, false, true]);
});
