import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { API_VERSION } from "../../src/model/resource.ts";
import { editor, ROOT } from "./editor.ts";

/** Every document of a text, and where the schema finds fault with it. */
const faults = (text: string): string[] =>
  parseAllDocuments(text).flatMap((document) => {
    if (document.contents === null) return [];
    return editor(document.toJS())
      ? []
      : (editor.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  });

const one = (kind: string, spec: object) => ({ apiVersion: API_VERSION, kind, metadata: { name: "a" }, spec });
const hep = one("HostEndpoint", { node: "n", interfaceName: "eth0" });
const gnp = one("GlobalNetworkPolicy", { order: 1 });

test.each([
  ["one resource", hep],
  ["a list", [hep, gnp]],
  ["kind: List", { apiVersion: "v1", kind: "List", items: [gnp, hep] }],
  ["a typed list", { apiVersion: API_VERSION, kind: "HostEndpointList", metadata: {}, items: [hep] }],
])("%s passes", (_, value) => expect(faults(JSON.stringify(value))).toEqual([]));

test.each([
  ["a field of another kind", { ...hep, spec: { ...hep.spec, order: 1 } }, "/spec additionalProperties"],
  ["a field of a list's item", [gnp, { ...hep, spec: {} }], "/1/spec required"],
  [
    "a field of an item of kind: List",
    { kind: "List", items: [one("GlobalNetworkPolicy", { odrer: 1 })] },
    "/items/0/spec additionalProperties",
  ],
  ["no such kind", { ...hep, kind: "HostEndpiont" }, "/kind enum"],
  ["no kind", { apiVersion: API_VERSION }, " required"],
  ["the early API", { apiVersion: "v1", kind: "hostEndpoint", metadata: {} }, "/apiVersion enum"],
])("%s is reported at its place", (_, value, fault) => expect(faults(JSON.stringify(value))).toContain(fault));

test("a fault in one document is not reported of the others", () => {
  const text = [gnp, { ...hep, spec: { nod: "n" } }, hep].map((value) => JSON.stringify(value)).join("\n---\n");
  const found = new Set(faults(text).filter((fault) => !fault.endsWith(" if")));
  expect([...found].sort()).toEqual(["/spec additionalProperties", "/spec required"]);
});

describe("every kind has its branch", () => {
  test.each(allKinds().map(({ kind }) => kind))("%s", (kind) => {
    expect(faults(JSON.stringify({ ...one(kind, {}), nonsense: 1 }))).toContain(" additionalProperties");
  });
});

test("the examples of the project pass, but for the one with the mistake", () => {
  const folder = join(ROOT, "examples");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ya?ml$/.test(file) && file !== "mistake.yaml",
  );
  const texts = files
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => text.includes(API_VERSION));
  expect(texts.flatMap(faults)).toEqual([]);
  expect(texts.length).toBeGreaterThan(2);
  expect(faults(readFileSync(join(folder, "mistake.yaml"), "utf8"))).toContain("/spec additionalProperties");
});
