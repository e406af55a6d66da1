import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { convertObject } from "../../src/kubernetes/convert.ts";
import { type CalicoVersionRules, calicoVersionRules } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { recordedLines } from "./corpus.ts";

/** A line of kubernetes.jsonl: what a real program of one version made of objects of the Kubernetes API. */
interface Case {
  readonly id: string;
  readonly area: string;
  readonly version: string;
  readonly input: { readonly objects: readonly Readonly<Record<string, unknown>>[] };
  readonly output: { readonly resources: readonly Resource[] };
  readonly transcript: readonly {
    readonly argv?: readonly string[];
    readonly exit?: number;
    readonly stdout?: string;
  }[];
}

/** How many conversions of each kind the recording has, so that a run that saw nothing does not pass. */
const KINDS = [
  ["Namespace", 10],
  ["ServiceAccount", 8],
  ["Pod", 122],
  ["Node", 14],
  ["NetworkPolicy", 272],
  ["ClusterNetworkPolicy", 18],
] as const;

const CONVERSIONS = recordedLines<Case>("kubernetes.jsonl").filter(({ area }) => area === "conversion");

describe("objects of Kubernetes, as Calico's own conversion reads them", () => {
  test.each(KINDS)("%s: all %d", (kind, count) => {
    const cases = CONVERSIONS.filter(({ input }) => input.objects[0]?.kind === kind);
    expect(cases).toHaveLength(count);
    expect(cases.flatMap(difference)).toEqual([]);
  });
});

const STORED = recordedLines<Case>("kubernetes.jsonl").filter(({ area }) => area === "crd-read");

describe("Calico's resources as Kubernetes stores them", () => {
  test("names, labels, annotations and spec are those that calicoctl lists", () => {
    const lists = STORED.flatMap(({ id, version, input, transcript }) =>
      transcript.flatMap(({ argv = [], exit, stdout = "" }) => {
        const isList = argv.length === 4 && argv[0] === "get" && argv.includes("yaml") && exit === 0;
        return isList ? [{ id, calico: rulesOf(version), objects: input.objects, stdout }] : [];
      }),
    );
    expect(lists.length).toBeGreaterThan(35);
    const wrong = lists.flatMap(({ id, calico, objects, stdout }) => {
      const listed = (parse(stdout) as { items: Resource[] }).items;
      const kind = listed[0]?.kind;
      const made = objects.filter((object) => object.kind === kind).flatMap((object) => resourcesOf(object, calico));
      const [actual, expected] = [made, listed].map((list) => list.map(shown));
      return isDeepStrictEqual(actual, expected) ? [] : [{ id, actual, expected }];
    });
    expect(wrong).toEqual([]);
  });
});

/** What evaluating policy depends on: not the label of its tier that calicoctl adds. */
function shown({ kind, metadata: { name, namespace, labels = {}, annotations = {} } }: Resource) {
  const { "projectcalico.org/tier": _, ...own } = labels;
  return { kind, name, namespace, labels: own, annotations: { ...annotations } };
}

function rulesOf(version: string): CalicoVersionRules {
  return calicoVersionRules(version.startsWith("v3.9") ? "v3.7" : "v3.32") ?? expect.unreachable(version);
}

function difference({ id, version, input, output }: Case): unknown[] {
  const calico = rulesOf(version);
  const made = input.objects.flatMap((object) => resourcesOf(object, calico));
  const [actual, expected] = [made.map(named), output.resources].map(withoutEmpty);
  return isDeepStrictEqual(actual, expected) ? [] : [{ id, actual, expected }];
}

function resourcesOf(object: Case["input"]["objects"][number], calico: CalicoVersionRules): Resource[] {
  const converted = convertObject(object, calico);
  return converted?.kind === "resource" ? [converted.resource] : [];
}

/** The resource by the name that Felix has for it, which no other kind of policy may have: v3.32 keeps the object's own. */
function named(resource: Resource): Resource {
  const { kind, metadata } = resource;
  const isNew = resource.spec?.tier !== undefined;
  const name =
    isNew && /NetworkPolicy$/.test(kind) ? metadata.name.replace(/^(knp\.default|kcnp\.[a-z-]+)\./, "") : metadata.name;
  return { ...resource, metadata: { ...metadata, name } };
}

/** The value without empty objects, which calicoctl prints for a side of a rule that has no condition. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => JSON.stringify(inner) !== "{}"));
}
