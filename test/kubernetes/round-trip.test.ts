import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { convertObject } from "../../src/kubernetes/convert.ts";
import { storedForm } from "../../src/kubernetes/write-stored-form.ts";
import { withDefaults } from "../../src/model/kinds/defaults.ts";
import { type CalicoVersionRules, calicoVersionRules } from "../../src/model/kinds/version.ts";
import type { Resource } from "../../src/model/resource.ts";
import { recordedLines } from "../conformance/corpus.ts";

/** A manifest that calicoctl was given, and what etcd then held by its key. */
interface Case {
  readonly id: string;
  readonly calico: string;
  readonly accept: boolean;
  /** One that is large is only named. */
  readonly stored?: Readonly<Record<string, Resource | string>>;
}

const CASES = recordedLines<Case>("validate.jsonl").filter(({ accept }) => accept);
/** What a datastore writes into the metadata. */
const SET_BY_STORES = new Set(["uid", "resourceVersion", "creationTimestamp", "projectcalico.org/metadata"]);
/** Kinds that are made of Kubernetes' own objects. */
const DERIVED = new Set(["Node", "Profile", "WorkloadEndpoint"]);

test.each([
  ["v3.9.5", "v3.7", 300],
  ["v3.32.1", "v3.32", 400],
] as const)("%s: what is written as Kubernetes stores it is read as it was", (recorded, version, least) => {
  const calico = calicoVersionRules(version) ?? expect.unreachable();
  const resources = CASES.filter((one) => one.calico === recorded)
    .flatMap(({ stored = {} }) => Object.entries(stored))
    .flatMap(([key, resource]) =>
      typeof resource === "string" || DERIVED.has(resource.kind) ? [] : [named(key, resource)],
    );
  expect(resources.length).toBeGreaterThan(least);
  const wrong = resources.flatMap((resource) => {
    const object = storedForm(resource, calico) ?? expect.unreachable(resource.kind);
    const read = convertObject(object, calico);
    const [actual, expected] = [read?.kind === "resource" ? read.resource : read, withDefaults(resource, calico)].map(
      (one) => comparable(one, calico),
    );
    return isDeepStrictEqual(actual, expected) ? [] : [{ actual, expected }];
  });
  expect(wrong).toEqual([]);
});

/** The resource by the name that people give it: v3.9 stores a policy with its tier in front. */
function named(key: string, resource: Resource): Resource {
  const name = key.slice(key.lastIndexOf("/") + 1);
  const isPrefixed = name === resource.metadata.name && /NetworkPolicy$/.test(resource.kind);
  const plain = isPrefixed ? name.replace(/^default\./, "") : resource.metadata.name;
  return { ...resource, metadata: { ...resource.metadata, name: plain } };
}

/** Without what a server sets, and without the empty sides of rules, which v3.32 does not store here. */
function comparable(value: unknown, calico: CalicoVersionRules): unknown {
  return JSON.parse(JSON.stringify(value), (key, field: unknown) => {
    if (SET_BY_STORES.has(key)) return undefined;
    const isEmpty = typeof field === "object" && field !== null && Object.keys(field).length === 0;
    const isDropped =
      ["labels", "annotations", "status"].includes(key) || (calico.tiers && ["source", "destination"].includes(key));
    return isEmpty && isDropped ? undefined : field;
  }) as unknown;
}
