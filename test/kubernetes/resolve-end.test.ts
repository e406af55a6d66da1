import fc from "fast-check";
import { expect, test } from "vitest";
import type { EndPod } from "../../src/kubernetes/ends/end-pod.ts";
import { END_WORDS, parseEndReference, referenceText } from "../../src/kubernetes/ends/end-reference.ts";
import { type ClusterEnds, resolveEnd } from "../../src/kubernetes/ends/resolve-end.ts";

const pod = (name: string, more: Partial<EndPod> = {}): EndPod => ({
  ...{ namespace: "shop", name, node: "node1", labels: new Map([["app", "web"]]), endpoint: `shop/${name}` },
  ...{ hasAddress: true, ports: [], generateName: "", owners: [] },
  ...more,
});
const cluster = (pods: readonly EndPod[], more: Partial<ClusterEnds> = {}): ClusterEnds => ({
  ...{ pods, nodes: ["node1"], workloads: [], services: [], absent: new Map() },
  ...more,
});

/** The targets of an end, or why there are none. */
function resolve(text: string, ends: ClusterEnds): string {
  const reference = parseEndReference(text, "shop");
  if (reference === undefined || "message" in reference) return "no end";
  const result = resolveEnd(reference, ends, {});
  return result.ok ? result.targets.map(({ name }) => name).join(", ") : `? ${result.message}`;
}

/** Whose pods they are without the object: by what owns them, by the ReplicaSet that does, else by their names. */
test.each([
  ["deploy/web", pod("web-5d9c7f-x2b4c"), "pod shop/web-5d9c7f-x2b4c"],
  ["deploy/web", pod("web-cache-5d9c7f-x2b4c"), "? no pod is known to be of Deployment shop/web"],
  ["deploy/web", pod("web-0"), "? no pod is known"],
  ["deploy/web", pod("any", { generateName: "web-5d9c7f-" }), "pod shop/any"],
  ["deploy/web", pod("any", { owners: [{ kind: "ReplicaSet", name: "web-5d9c7f" }] }), "pod shop/any"],
  ["deploy/web", pod("web-5d9c7f-x2b4c", { owners: [{ kind: "Job", name: "web" }] }), "? no pod is known"],
  ["sts/db", pod("db-0"), "pod shop/db-0"],
  ["sts/db", pod("db-x2b4c"), "? no pod is known"],
  ["ds/agent", pod("agent-x2b4c"), "pod shop/agent-x2b4c"],
  ["rs/web-5d9c7f", pod("web-5d9c7f-x2b4c"), "pod shop/web-5d9c7f-x2b4c"],
  ["job/once", pod("once-x2b4c"), "pod shop/once-x2b4c"],
  ["deploy/other/web", pod("web-5d9c7f-x2b4c"), "? no pod is known to be of Deployment other/web"],
])("%s of %o", (text, one, expected) => expect(resolve(text, cluster([one]))).toContain(expected));

test("a ReplicaSet whose object is there is of the Deployment that owns it, whatever its name", () => {
  const owner = { kind: "Deployment", name: "web" };
  const set = { kind: "ReplicaSet", namespace: "shop", name: "odd", owners: [owner] } as const;
  const pods = [pod("any", { owners: [{ kind: "ReplicaSet", name: "odd" }] })];
  expect(resolve("deploy/web", cluster(pods, { workloads: [set] }))).toBe("pod shop/any");
});

test("no text makes reading or finding an end throw, and what is read is written so that it is read again", () => {
  const ends = cluster([pod("web-1"), pod("constructor"), pod("__proto__")]);
  const word = fc.constantFrom(...END_WORDS.map((one) => `${one}/`), "external:", "");
  fc.assert(
    fc.property(
      word,
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "/web-1", ":80", "=a"),
      (start, text, end) => {
        const reference = parseEndReference(start + text + end, "shop");
        if (reference === undefined || "message" in reference) return;
        resolveEnd(reference, ends, {});
        const { port: _, ...rest } = reference;
        expect(parseEndReference(referenceText(reference), "shop")).toEqual(rest);
      },
    ),
    { numRuns: 2000, seed: 1 },
  );
});
