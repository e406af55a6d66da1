import { describe, expect, test } from "vitest";
import { resourceKey } from "../../../src/datastore/keys.ts";
import { decodeResource } from "../../../src/datastore/values/codec.ts";
import type { StoredNames } from "../../../src/model/kinds/version.ts";

const ANNOTATION = "projectcalico.org/metadata";
const TIER = "projectcalico.org/tier";

/** A stored value as `KIND`, its metadata and spec, by how the version stores names, and what is shown of it. */
interface Case {
  readonly what: string;
  readonly kind: string;
  readonly names: StoredNames;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly shown: object;
  readonly spec?: object;
  readonly shownSpec?: object;
}

const RULES = {
  ingress: [{ action: "Allow", source: {}, destination: { nets: ["10.0.0.0/8"] } }],
  egress: [{ action: "Deny", destination: {} }],
};

const CASES: readonly Case[] = [
  {
    what: "a host endpoint, whatever its name begins with",
    kind: "HostEndpoint",
    names: "prefixed",
    metadata: { name: "default.a", labels: { a: "b" } },
    shown: { name: "default.a", labels: { a: "b" } },
  },
  {
    what: "a policy without the prefix it is stored under",
    kind: "GlobalNetworkPolicy",
    names: "prefixed",
    metadata: { name: "default.a" },
    shown: { name: "a" },
  },
  {
    what: "a policy of Kubernetes under the name it has",
    kind: "NetworkPolicy",
    names: "prefixed",
    metadata: { name: "knp.default.a", namespace: "ns" },
    shown: { name: "knp.default.a", namespace: "ns" },
  },
  {
    what: "a revision of its own is not the key's",
    kind: "HostEndpoint",
    names: "prefixed",
    metadata: { name: "a", resourceVersion: "99", uid: "u" },
    shown: { name: "a", uid: "u" },
  },
  {
    what: "the sides of rules as they are stored",
    kind: "GlobalNetworkPolicy",
    names: "prefixed",
    metadata: { name: "default.a" },
    shown: { name: "a" },
    spec: RULES,
    shownSpec: RULES,
  },
  {
    what: "v3.32: a name with a tier stays, and its own annotation is not shown",
    kind: "GlobalNetworkPolicy",
    names: "plain",
    metadata: { name: "default.a", labels: { [TIER]: "default" }, annotations: { [ANNOTATION]: "{}", note: "x" } },
    shown: { name: "default.a", labels: { [TIER]: "default" }, annotations: { note: "x" } },
  },
  {
    what: "v3.32: without any other annotation there is none",
    kind: "GlobalNetworkPolicy",
    names: "plain",
    metadata: { name: "a", annotations: { [ANNOTATION]: "{}" } },
    shown: { name: "a" },
  },
  {
    what: "v3.32: a policy that an older one stored is shown as it was written, in its tier",
    kind: "GlobalNetworkPolicy",
    names: "plain",
    metadata: { name: "default.a", labels: { own: "1" } },
    shown: { name: "a", labels: { [TIER]: "default", own: "1" } },
  },
  {
    what: "v3.32: a policy without prefix and annotation is as it is",
    kind: "NetworkPolicy",
    names: "plain",
    metadata: { name: "a", namespace: "ns" },
    shown: { name: "a", namespace: "ns" },
  },
  {
    what: "v3.32: a host endpoint's annotations are its own",
    kind: "HostEndpoint",
    names: "plain",
    metadata: { name: "default.a", annotations: { [ANNOTATION]: "{}" } },
    shown: { name: "default.a", annotations: { [ANNOTATION]: "{}" } },
  },
  {
    what: "v3.32: empty sides of rules, which are always stored, are not shown",
    kind: "GlobalNetworkPolicy",
    names: "plain",
    metadata: { name: "a" },
    shown: { name: "a" },
    spec: { order: 1, ...RULES },
    shownSpec: {
      order: 1,
      ingress: [{ action: "Allow", destination: { nets: ["10.0.0.0/8"] } }],
      egress: [{ action: "Deny" }],
    },
  },
  {
    what: "v3.32: a spec without rules as it is",
    kind: "HostEndpoint",
    names: "plain",
    metadata: { name: "a" },
    shown: { name: "a" },
    spec: { node: "n", source: {} },
    shownSpec: { node: "n", source: {} },
  },
];

describe("what is shown of a stored value", () => {
  test.each(CASES)("$what", ({ kind, names, metadata, shown, spec, shownSpec }) => {
    const value = JSON.stringify({ kind, apiVersion: "projectcalico.org/v3", metadata, ...(spec && { spec }) });
    const { name, namespace } = metadata;
    const key = resourceKey({ kind, name, ...(namespace !== undefined && { namespace }) }, "plain");
    const decoded = decodeResource(kind, { key, value, createRevision: "2", modRevision: "7" }, names);
    expect(decoded).toMatchObject({ ok: true });
    expect(decoded).not.toHaveProperty("note");
    expect(decoded.ok && decoded.resource).toEqual({
      kind,
      apiVersion: "projectcalico.org/v3",
      metadata: { ...shown, resourceVersion: "7" },
      ...(shownSpec && { spec: shownSpec }),
    });
  });
});
