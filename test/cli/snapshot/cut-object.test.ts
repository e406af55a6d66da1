import { expect, test } from "vitest";
import { cutObject } from "../../../src/cli/snapshot/cut-object.ts";
import { convertObject } from "../../../src/kubernetes/convert.ts";
import { readPodFacts } from "../../../src/kubernetes/ends/end-pod.ts";
import { readServices } from "../../../src/kubernetes/services/services.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";
import { recordedLines } from "../../conformance/corpus.ts";

type Fields = Readonly<Record<string, unknown>>;

const CASES = recordedLines<{ readonly id: string; readonly input: { readonly objects?: readonly Fields[] } }>(
  "kubernetes.jsonl",
)
  .map(({ id, input }) => ({ id, objects: input.objects ?? [] }))
  .filter(({ objects }) => objects.length > 0);

const cut = (object: Fields): Fields => cutObject(object, String(object.apiVersion), String(object.kind));

/** The value without what a server sets. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (key, field: unknown) =>
    ["resourceVersion", "creationTimestamp", "generation"].includes(key) ? undefined : field,
  );
  return JSON.parse(text) as unknown;
}

test("what is read of a cut object is what is read of the whole one", () => {
  expect(CASES.length).toBeGreaterThan(500);
  const wrong = CASES.flatMap(({ id, objects }) => {
    const cutObjects = objects.map(cut);
    const isSame = ["v3.7", "v3.32"].every((version) => {
      const calico = calicoVersionRules(version) ?? expect.unreachable();
      return objects.every(
        (object, at) =>
          same(readPodFacts(object), readPodFacts(cutObjects[at] ?? {})) &&
          same(convertObject(object, calico), convertObject(cutObjects[at] ?? {}, calico)),
      );
    });
    return isSame && same(readServices(objects), readServices(cutObjects)) ? [] : [id];
  });
  expect(wrong).toEqual([]);
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(plain(a))) === JSON.stringify(sorted(plain(b)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const SECRET = "hunter2";

test("nothing secret, and nothing that changes by itself, is left", () => {
  const annotations = {
    "kubectl.kubernetes.io/last-applied-configuration": SECRET,
    "cni.projectcalico.org/podIP": "10.0.0.1/32",
    other: SECRET,
  };
  const container = {
    name: "c",
    image: "i",
    env: [{ name: "PASSWORD", value: SECRET }],
    args: [SECRET],
    ports: [{ containerPort: 80, name: "http" }],
  };
  const pod = {
    metadata: {
      name: "a",
      namespace: "b",
      uid: "u",
      resourceVersion: "7",
      creationTimestamp: "t",
      managedFields: [SECRET],
      labels: { c: "d" },
      annotations,
    },
    spec: {
      nodeName: "n",
      containers: [container],
      volumes: [SECRET],
      initContainers: [{ ...container, ports: undefined }],
    },
    status: {
      phase: "Running",
      podIPs: [{ ip: "10.0.0.1" }],
      conditions: [{ lastProbeTime: SECRET }],
      containerStatuses: [{}],
    },
  };
  expect(cutObject(pod, "v1", "Pod")).toEqual({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "a",
      namespace: "b",
      uid: "u",
      labels: { c: "d" },
      annotations: { "cni.projectcalico.org/podIP": "10.0.0.1/32" },
    },
    spec: { nodeName: "n", containers: [{ ports: [{ containerPort: 80, name: "http" }] }], initContainers: [{}] },
    status: { phase: "Running", podIPs: [{ ip: "10.0.0.1" }] },
  });
});

test("Calico's resources keep their metadata, without kubectl's memory of them", () => {
  const last = { "kubectl.kubernetes.io/last-applied-configuration": SECRET };
  const inner = JSON.stringify({ labels: { a: "b" }, annotations: { ...last, note: "c" } });
  const object = {
    metadata: { name: "a", generation: 3, annotations: { ...last, "projectcalico.org/metadata": inner } },
    spec: { order: 1 },
    status: { x: 1 },
  };
  expect(cutObject(object, "crd.projectcalico.org/v1", "GlobalNetworkPolicy")).toEqual({
    apiVersion: "crd.projectcalico.org/v1",
    kind: "GlobalNetworkPolicy",
    metadata: {
      name: "a",
      annotations: { "projectcalico.org/metadata": '{"labels":{"a":"b"},"annotations":{"note":"c"}}' },
    },
    spec: { order: 1 },
  });
});
