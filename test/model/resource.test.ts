import { describe, expect, test } from "vitest";
import {
  API_VERSION,
  displayId,
  type FieldPath,
  formatPath,
  type ResourceId,
  resourceId,
} from "../../src/model/resource.ts";

describe("a field's path, as people write it", () => {
  test.each<[path: FieldPath, text: string]>([
    [[], ""],
    [["spec"], "spec"],
    [["spec", "node"], "spec.node"],
    [["spec", "ingress", 0, "action"], "spec.ingress[0].action"],
    [["spec", "ingress", 10, "source", "ports", 2], "spec.ingress[10].source.ports[2]"],
    [[0], "[0]"],
    [[0, "spec"], "[0].spec"],
    [[0, 1], "[0][1]"],
    [["metadata", "labels", "role"], "metadata.labels.role"],
    [["metadata", "labels", "host-endpoint"], "metadata.labels.host-endpoint"],
    [["metadata", "labels", "_x9"], "metadata.labels._x9"],
    [["metadata", "labels", "example.com/role"], 'metadata.labels["example.com/role"]'],
    [["metadata", "labels", "9lives"], 'metadata.labels["9lives"]'],
    [["metadata", "labels", "-a"], 'metadata.labels["-a"]'],
    [["metadata", "labels", ""], 'metadata.labels[""]'],
    [["metadata", "labels", 'a"b'], 'metadata.labels["a\\"b"]'],
    [["metadata", "labels", "a\nb"], 'metadata.labels["a\\nb"]'],
    [["metadata", "labels", "a b", "c"], 'metadata.labels["a b"].c'],
    [["nat-outgoing"], "nat-outgoing"],
    [["ä"], '["ä"]'],
  ])("%j is %s", (path, text) => expect(formatPath(path)).toBe(text));
});

describe("what a resource is called", () => {
  test.each<[metadata: { name: string; namespace?: string }, id: ResourceId, shown: string]>([
    [{ name: "a" }, { kind: "K", name: "a" }, "K a"],
    [{ name: "a", namespace: "ns" }, { kind: "K", namespace: "ns", name: "a" }, "K ns/a"],
    [{ name: "a", namespace: "" }, { kind: "K", namespace: "", name: "a" }, "K /a"],
    [{ name: "" }, { kind: "K", name: "" }, "K "],
  ])("%j", (metadata, id, shown) => {
    const identity = resourceId({ apiVersion: API_VERSION, kind: "K", metadata });
    expect(identity).toEqual(id);
    expect(displayId(identity)).toBe(shown);
  });
  test("and of which API", () => expect(API_VERSION).toBe("projectcalico.org/v3"));
});
