import { describe, expect, test } from "vitest";
import { resource } from "../../read.ts";
import { findingsOf } from "./findings-of.ts";

const a = (length: number): string => "a".repeat(length);

/** A kind, the least metadata that are refused, and all its findings. */
const REFUSED: readonly (readonly [kind: string, metadata: object, findings: string, version?: string])[] = [
  [
    "GlobalNetworkSet",
    { name: "a", labels: { "projectcalico.org/namespace": "x" } },
    'label.reserved metadata.labels["projectcalico.org/namespace"] at "projectcalico.org/namespace": the label `projectcalico.org/namespace` is Calico\'s own',
  ],
  [
    "KubeControllersConfiguration",
    { name: "other" },
    'name.invalid metadata.name at "other": there is one KubeControllersConfiguration, named `default`',
    "v3.32",
  ],
  [
    "GlobalNetworkPolicy",
    { name: "a", creationTimestamp: "yesterday" },
    'field.timestamp metadata.creationTimestamp at "yesterday": invalid timestamp `yesterday` (write it like `2019-01-01T00:00:00Z`, or leave it out)',
  ],
  [
    "GlobalNetworkPolicy",
    { name: "a.b" },
    'name.invalid metadata.name at "a.b": the name `a.b` may have only lower case letters, digits and `-`, letters or digits at both ends (for example `a-b`)',
  ],
  [
    "GlobalNetworkPolicy",
    { name: "Allow_All" },
    'name.invalid metadata.name at "Allow_All": the name `Allow_All` may have only lower case letters, digits and `-`, letters or digits at both ends (for example `allow-all`)',
  ],
  [
    "GlobalNetworkPolicy",
    { name: "-" },
    'name.invalid metadata.name at "-": the name `-` may have only lower case letters, digits and `-`, letters or digits at both ends',
  ],
  [
    "GlobalNetworkPolicy",
    { name: a(254) },
    `name.invalid metadata.name at "${a(254)}": the name \`${a(254)}\` is longer than 253 characters (254)`,
  ],
  [
    "GlobalNetworkPolicy",
    { name: "a.b.c" },
    'name.invalid metadata.name at "a.b.c": the name `a.b.c` may have only lower case letters, digits and `-`, letters or digits at both ends (for example `a-b-c`)',
    "v3.32",
  ],
  [
    "Tier",
    { name: "Front.End" },
    'name.invalid metadata.name at "Front.End": the name `Front.End` may have only lower case letters, digits and `-`, letters or digits at both ends (for example `front-end`)',
    "v3.32",
  ],
  [
    "Tier",
    { name: a(64) },
    `name.invalid metadata.name at "${a(64)}": the name \`${a(64)}\` is longer than 63 characters`,
    "v3.32",
  ],
  [
    "HostEndpoint",
    { name: "Eth0" },
    'name.invalid metadata.name at "Eth0": the name `Eth0` may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part (for example `eth0`)',
  ],
  [
    "HostEndpoint",
    { name: "a..b" },
    'name.invalid metadata.name at "a..b": the name `a..b` may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part',
  ],
  [
    "NetworkPolicy",
    { name: "knp.default.A", namespace: "default" },
    'name.invalid metadata.name at "knp.default.A": the name `knp.default.A` may have only lower case letters, digits and `-`, letters or digits at both ends (for example `knp-default-a`)\nkind.read-only metadata.name at "knp.default.A": policies named `knp.default.` stand for Kubernetes\' own; they can only be read',
  ],
  [
    "GlobalNetworkPolicy",
    { name: "a", namespace: "default" },
    'namespace.not-namespaced metadata.namespace at "default": GlobalNetworkPolicy has no namespace (remove `metadata.namespace`)',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { "a b": "" } },
    'label.key metadata.labels["a b"] at "a b": label `a b` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { "a/b/c": "" } },
    'label.key metadata.labels["a/b/c"] at "a/b/c": label `a/b/c` may have one `/` only',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { "/a": "" } },
    'label.key metadata.labels["/a"] at "/a": label `/a` has nothing before the `/`',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { "A/a": "" } },
    'label.key metadata.labels["A/a"] at "A/a": label `A/a` must have a DNS name before the `/`',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { "a/": "" } },
    'label.key metadata.labels["a/"] at "a/": label `a/` has nothing after the `/`',
  ],
  ["HostEndpoint", { name: "a", labels: { "": "" } }, 'label.key metadata.labels[""] at "": label `` is empty'],
  [
    "HostEndpoint",
    { name: "a", labels: { "-a": "" } },
    'label.key metadata.labels["-a"] at "-a": label `-a` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { [a(64)]: "" } },
    `label.key metadata.labels.${a(64)} at "${a(64)}": label \`${a(64)}\` is longer than 63 characters`,
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { k: "a b" } },
    'label.value metadata.labels.k at "a b": label value `a b` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { k: "-a" } },
    'label.value metadata.labels.k at "-a": label value `-a` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { k: "a-" } },
    'label.value metadata.labels.k at "a-": label value `a-` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { k: a(64) } },
    `label.value metadata.labels.k at "${a(64)}": label value \`${a(64)}\` is longer than 63 characters`,
  ],
  [
    "HostEndpoint",
    { name: "a", labels: { k: "ä" } },
    'label.value metadata.labels.k at "ä": label value `ä` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", annotations: { "a b": "x" } },
    'annotation.key metadata.annotations["a b"] at "a b": annotation `a b` may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends',
  ],
  [
    "HostEndpoint",
    { name: "a", annotations: { a: "x".repeat(262145) } },
    'annotation.size metadata.annotations at "annotations": the annotations are 2 bytes over the limit of 256 KiB',
  ],
];

const row = (kind: string, metadata: object) => [kind, metadata] as const;

/** Names of policies that are refused, in one version or the other. */
const NAMES: readonly (readonly [kind: string, name: string, version: string])[] = [
  ["GlobalNetworkPolicy", "ossg.default.a", "v3.7"],
  ["NetworkPolicy", "ossg.default.A", "v3.7"],
  ["NetworkPolicy", "ossg.default.", "v3.7"],
  ["NetworkPolicy", "ossg.other.a", "v3.7"],
  ["NetworkPolicy", "ossgxdefault.a", "v3.7"],
  ["NetworkPolicy", `ossg.default.${a(241)}`, "v3.7"],
  ["NetworkPolicy", "ossg.default.a\nb", "v3.7"],
  ["GlobalNetworkPolicy", "a.b", "v3.7"],
  ["GlobalNetworkPolicy", "a.b-", "v3.32"],
  ["GlobalNetworkPolicy", "A.b", "v3.32"],
  ["GlobalNetworkPolicy", ".b", "v3.32"],
  ["GlobalNetworkPolicy", `${a(126)}.${a(127)}`, "v3.32"],
  ["Tier", a(64), "v3.32"],
  ["Tier", "a.b", "v3.32"],
  ["Profile", "a_b", "v3.7"],
];

/** Metadata of one character less, or one other. */
const FINE: readonly (readonly [kind: string, metadata: object, version?: string])[] = [
  ["GlobalNetworkPolicy", { name: "a-b" }],
  ["GlobalNetworkPolicy", { name: "a" }],
  ["GlobalNetworkPolicy", { name: a(253) }],
  ["GlobalNetworkPolicy", { name: "a.b" }, "v3.32"],
  ["NetworkPolicy", { name: "a.b", namespace: "default" }, "v3.32"],
  ["HostEndpoint", { name: "eth0" }],
  ["HostEndpoint", { name: "a.b" }],
  ["HostEndpoint", { name: a(253) }],
  ["NetworkPolicy", { name: "ossg.default.a.b", namespace: "default" }],
  ["NetworkPolicy", { name: `ossg.default.${a(240)}`, namespace: "default" }],
  ["GlobalNetworkPolicy", { name: `${a(126)}.${a(126)}` }, "v3.32"],
  ["NetworkPolicy", { name: "a", namespace: "default" }],
  ...["a", "A-b_c.d", "example.com/a", a(63), `${a(253)}/${a(63)}`, "0"].map((key) =>
    row("HostEndpoint", { name: "a", labels: { [key]: "" } }),
  ),
  ...["", "a", "A-b_c.d", a(63), "0"].map((value) => row("HostEndpoint", { name: "a", labels: { k: value } })),
  ["HostEndpoint", { name: "a", annotations: { "A.b/C": "any text: ä \n" } }],
  ["HostEndpoint", { name: "a", annotations: { a: "x".repeat(262143) } }],
  ["GlobalNetworkSet", { name: "a", labels: { "projectcalico.org/name": "x" } }],
  ["KubeControllersConfiguration", { name: "default" }, "v3.32"],
  ["GlobalNetworkPolicy", { name: "a", creationTimestamp: "2019-01-01T00:00:00Z" }],
];

const SPEC: Readonly<Record<string, object>> = { HostEndpoint: { node: "n", interfaceName: "eth0" } };

describe("names, labels and annotations", () => {
  test.each(REFUSED.map((each) => [...each] as const))("%s %j", (kind, metadata, findings, version) => {
    expect(findingsOf(resource(kind, SPEC[kind] ?? {}, metadata), version)).toEqual(findings.split("\n"));
  });
  test.each(NAMES)("%s may not be called %j in %s", (kind, name, version) => {
    const metadata = { name, ...(kind === "NetworkPolicy" && { namespace: "default" }) };
    expect(findingsOf(resource(kind, {}, metadata), version).join()).toContain("name.invalid metadata.name");
  });
  test.each(FINE.map((each) => [...each] as const))("%s %j is fine", (kind, metadata, version) => {
    expect(findingsOf(resource(kind, SPEC[kind] ?? {}, metadata), version)).toEqual([]);
  });
});
