import { describe, expect, test, vi } from "vitest";
import type { OpenedStore } from "../../support/kubernetes/on-api.ts";
import { recordedLines } from "../corpus.ts";
import { KUBERNETES_DIFFERENCES } from "./differences.ts";
import { differencesIn, type KubernetesCase, playInMemory } from "./transcripts.ts";

/** The store that the commands open: that of the case that is played. */
const opened = vi.hoisted(() => ({ store: undefined as unknown }));
vi.mock("../../../src/datastore/open.ts", () => ({
  openDatastore: (...args: Parameters<OpenedStore["openDatastore"]>) =>
    (opened.store as OpenedStore).openDatastore(...args),
  setDatastoreReady: (...args: Parameters<OpenedStore["setDatastoreReady"]>) =>
    (opened.store as OpenedStore).setDatastoreReady(...args),
}));

/** The areas of the recording, with how many cases each has. */
const AREAS = [
  ["crd-form", 40],
  ["crd-form-v3", 23],
  ["crd-read", 46],
  ["crd-read-v3", 2],
  ["transcript", 38],
  ["transcript-v3", 10],
] as const;

const all = recordedLines<KubernetesCase>("kubernetes.jsonl");

describe("calicoctl on the Kubernetes datastore, as recorded but for what is listed", () => {
  test.each(AREAS)("%s: all %d", async (area, count) => {
    const cases = all.filter((one) => one.area === area);
    expect(cases).toHaveLength(count);
    const differing = new Map<string, readonly string[]>();
    for (const one of cases) {
      const played = await playInMemory(one, (store) => {
        opened.store = store;
      });
      const differences = differencesIn(one, played);
      if (differences.length > 0) differing.set(one.id, differences);
    }
    const unlisted = [...differing].filter(([id]) => !KUBERNETES_DIFFERENCES.has(id));
    expect(unlisted).toEqual([]);
    const listed = cases.filter(({ id }) => KUBERNETES_DIFFERENCES.has(id)).map(({ id }) => id);
    expect([...differing.keys()]).toEqual(listed);
  });
});
