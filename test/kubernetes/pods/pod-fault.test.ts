import { expect, test } from "vitest";
import { convertObject } from "../../../src/kubernetes/convert.ts";
import { calicoVersionRules } from "../../../src/model/kinds/version.ts";

const FLOATING = "cni.projectcalico.org/floatingIPs";
const SPOOFED = "cni.projectcalico.org/allowedSourcePrefixes";
const pod = (annotations: object, fields: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "p", namespace: "web", annotations },
  spec: { nodeName: "n1", containers: [] },
  status: { podIPs: [{ ip: "10.0.0.1" }], podIP: "10.0.0.1" },
  ...fields,
});

/** What Calico makes of a pod whose annotations it reads as lists. */
test.each<[what: string, object: object, version: string, made: string]>([
  ["lists of texts", pod({ [FLOATING]: '["8.8.8.8"]', [SPOOFED]: '["8.0.0.0/8"]' }), "v3.32", "resource"],
  ["null, and an empty text of prefixes", pod({ [FLOATING]: "null", [SPOOFED]: "" }), "v3.32", "resource"],
  ["floating IPs that are no JSON", pod({ [FLOATING]: "8.8.8.8" }), "v3.32", "unreadable"],
  ["an empty text of floating IPs", pod({ [FLOATING]: "" }), "v3.32", "unreadable"],
  ["floating IPs that are no texts", pod({ [FLOATING]: "[1]" }), "v3.9", "unreadable"],
  ["of a pod without an address", pod({ [FLOATING]: "x" }, { status: {} }), "v3.32", "resource"],
  ["prefixes that are no list", pod({ [SPOOFED]: "{}" }), "v3.32", "unreadable"],
  ["a prefix without a length", pod({ [SPOOFED]: '["8.8.8.8"]' }), "v3.32", "unreadable"],
  ["which v3.9 does not read", pod({ [SPOOFED]: "x" }), "v3.9", "resource"],
  [
    "of a pod on the host's network",
    pod({ [SPOOFED]: "x" }, { spec: { nodeName: "n1", hostNetwork: true } }),
    "v3.32",
    "nothing",
  ],
])("%s", (_, object, version, made) => {
  const calico = calicoVersionRules(version) ?? expect.unreachable();
  expect(convertObject(object as never, calico)?.kind).toBe(made);
});

test("ports without a number, or of another protocol, are left out", () => {
  const ports = [
    { name: "a", containerPort: 0 },
    { name: "b", containerPort: 8, protocol: "X" },
    { name: "c", containerPort: 9 },
  ];
  const calico = calicoVersionRules("v3.32") ?? expect.unreachable();
  const made = convertObject(pod({}, { spec: { nodeName: "n1", containers: [{ ports }] } }), calico);
  expect(made?.kind === "resource" && made.resource.spec?.ports).toEqual([
    { name: "c", protocol: "TCP", port: 9, hostPort: 0, hostIP: "" },
  ]);
});
