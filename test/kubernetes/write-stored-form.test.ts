import { describe, expect, test } from "vitest";
import type { KubernetesObject } from "../../src/kubernetes/kubernetes-object.ts";
import { readStoredForm } from "../../src/kubernetes/stored-form.ts";
import { nativeForm, storedForm } from "../../src/kubernetes/write-stored-form.ts";
import { type CalicoVersionRules, calicoVersionRules } from "../../src/model/kinds/version.ts";
import { API_VERSION, type Resource } from "../../src/model/resource.ts";
import { recordedLines } from "../conformance/corpus.ts";

interface Step {
  readonly argv?: readonly string[];
  readonly exit?: number;
  readonly stdin?: Resource;
}

/** A recorded `create` on an empty Kubernetes datastore, and the objects that were there afterwards. */
interface Case {
  readonly id: string;
  readonly area: string;
  readonly version: string;
  readonly transcript?: readonly Step[];
  readonly after?: readonly (KubernetesObject & { readonly metadata: Resource["metadata"] })[];
}

const RECORDED = recordedLines<Case>("kubernetes.jsonl").map((one) => unmasked(one) as Case);

const CREATED = RECORDED.flatMap((one) => {
  const made = (one.transcript ?? []).flatMap(({ argv, exit, stdin }) =>
    argv?.[0] === "create" && exit === 0 && stdin !== undefined ? [stdin] : [],
  );
  const pairs = made.flatMap((resource) => {
    const object = one.after?.find(
      ({ kind, metadata }) =>
        kind === resource.kind && [resource.metadata.name, `default.${resource.metadata.name}`].includes(metadata.name),
    );
    return object === undefined ? [] : [{ ...one, resource, object }];
  });
  return pairs;
});

describe("Calico's resources as Kubernetes stores them", () => {
  test.each([
    ["crd-form", 23],
    ["crd-form-v3", 15],
  ] as const)("%s: each object that a create makes", (area, count) => {
    const cases = CREATED.filter((one) => one.area === area);
    expect(cases.length).toBeGreaterThanOrEqual(count);
    const wrong = cases.flatMap(({ id, version, resource, object }) => {
      const calico = rulesOf(version);
      const identity = identityIn(object);
      const given = { ...resource, metadata: { ...resource.metadata, ...identity } };
      const made = area === "crd-form" ? storedForm(given, calico) : nativeForm(given, calico);
      const [actual, expected] = [made, object].map((one) => comparable(one, calico));
      return JSON.stringify(actual) === JSON.stringify(expected) ? [] : [{ id, actual, expected }];
    });
    expect(wrong).toEqual([]);
  });

  test.each(["v3.7", "v3.32"])("%s: what is written reads back", (version) => {
    const calico = rulesOf(version);
    const resource = {
      apiVersion: API_VERSION,
      kind: "GlobalNetworkSet",
      metadata: { name: "s", labels: { b: "<2>", a: "1" }, annotations: { n: "x & y", "projectcalico.org/own": "z" } },
      spec: { nets: ["10.0.0.0/8"] },
    };
    const object = storedForm(resource, calico);
    expect(object && readStoredForm(object, { ...calico, ...calico.kubernetes })).toEqual(resource);
  });

  test("v3.32 writes the annotation as Go does, and only Calico's own keys beside it", () => {
    const metadata = { name: "s", labels: { b: "<2>", a: "1", "x.projectcalico.org/y": "z" }, creationTimestamp: "T" };
    const object = storedForm({ apiVersion: API_VERSION, kind: "NetworkSet", metadata, spec: {} }, rulesOf("v3.32"));
    expect(object?.metadata).toEqual({
      name: "s",
      namespace: "default",
      labels: { "x.projectcalico.org/y": "z" },
      annotations: {
        "projectcalico.org/metadata":
          '{"creationTimestamp":"T","labels":{"a":"1","b":"\\u003c2\\u003e","x.projectcalico.org/y":"z"}}',
      },
    });
  });

  test.each(["Node", "Profile", "WorkloadEndpoint"])("%s is made of Kubernetes' own objects", (kind) => {
    const resource = { apiVersion: API_VERSION, kind, metadata: { name: "x" }, spec: {} };
    expect(storedForm(resource, rulesOf("v3.32"))).toBeUndefined();
    expect(nativeForm(resource, rulesOf("v3.32"))).toBeUndefined();
  });
});

/** A recorded value with something without `<` and `>`, which Go escapes, for each mask. */
function unmasked(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/<(uid|timestamp)(\d*)>/g, "$1$2"));
}

function rulesOf(version: string): CalicoVersionRules {
  return calicoVersionRules(version) ?? expect.unreachable(version);
}

/** The UID and creation time that calicoctl gave the resource, as its annotation has them. */
function identityIn(object: NonNullable<Case["after"]>[number]): Partial<Resource["metadata"]> {
  const text = object.metadata.annotations?.["projectcalico.org/metadata"] ?? "{}";
  const { uid, creationTimestamp } = JSON.parse(text) as Partial<Resource["metadata"]>;
  return { ...(uid && { uid }), ...(creationTimestamp && { creationTimestamp }) };
}

/** What calicoctl decides of an object: not what the server adds, nor, of v3.9, what the store writes for absent fields. */
function comparable(object: KubernetesObject | undefined, calico: CalicoVersionRules): unknown {
  const { uid, resourceVersion, generation, creationTimestamp, ...metadata } = (object?.metadata ?? {}) as Record<
    string,
    unknown
  >;
  const { apiVersion, kind, spec } = object ?? {};
  return sorted({ apiVersion, kind, metadata, spec: calico.tiers ? spec : undefined });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
