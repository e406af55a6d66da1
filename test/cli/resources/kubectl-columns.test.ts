import { expect, test } from "vitest";
import { customColumns } from "../../../src/cli/resources/output/custom-columns.ts";
import { sortedResources, sortOrderOf } from "../../../src/cli/resources/sort-resources.ts";
import type { Resource } from "../../../src/model/resource.ts";

const hep = (name: string, metadata: object, spec: Resource["spec"]): Resource => {
  return {
    apiVersion: "projectcalico.org/v3",
    kind: "HostEndpoint",
    metadata: { name, ...metadata },
    ...(spec && { spec }),
  };
};

/** What kubectl v1.32 was asked about, on an API server with these three. */
const HEPS = [
  hep(
    "h10",
    { labels: { role: "web", zone: "a" } },
    { node: "n1", expectedIPs: ["10.0.0.1", "10.0.0.2"], order: 10, ports: [{ name: "x", port: 1 }], size: "9" },
  ),
  hep(
    "h2",
    { labels: { role: "db" }, creationTimestamp: null },
    { node: "n2", expectedIPs: ["10.0.1.1"], order: 2, size: "10" },
  ),
  hep("h1", {}, { node: "n10", w: 1.5, size: "x" }),
];

/** Recorded: a path, and its cells of the three. */
test.each([
  [".metadata.name", ["h10", "h2", "h1"]],
  ["metadata.name", ["h10", "h2", "h1"]],
  ["{.metadata.name}", ["h10", "h2", "h1"]],
  [".spec.expectedIPs", ["[10.0.0.1 10.0.0.2]", "[10.0.1.1]", "<none>"]],
  [".spec.expectedIPs[*]", ["10.0.0.1,10.0.0.2", "10.0.1.1", "<none>"]],
  [".spec.expectedIPs[0]", ["10.0.0.1", "10.0.1.1", "<none>"]],
  [".metadata.labels", ["map[role:web zone:a]", "map[role:db]", "<none>"]],
  [".spec.ports", ["[map[name:x port:1]]", "<none>", "<none>"]],
  [".metadata.creationTimestamp", ["<none>", "<nil>", "<none>"]],
  [".spec.order", ["10", "2", "<none>"]],
  [".spec.w", ["<none>", "<none>", "1.5"]],
])("custom-columns=X:%s", (path, cells) => {
  const [column] = customColumns(`X:${path}`);
  expect(HEPS.map((resource) => column?.cell?.(resource, {}))).toEqual(cells);
});

/** Recorded: a path, and the three in its order. */
test.each([
  [".metadata.name", "h1 h10 h2"],
  [".spec.node", "h10 h1 h2"],
  [".spec.order", "h1 h2 h10"],
  [".metadata.labels.role", "h1 h2 h10"],
  [".spec.size", "h10 h2 h1"],
])("--sort-by=%s", (path, names) => {
  const sorted = sortedResources(HEPS, sortOrderOf(path));
  expect(sorted.map(({ metadata: { name } }) => name).join(" ")).toBe(names);
});
