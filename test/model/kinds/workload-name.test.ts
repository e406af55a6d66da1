import { describe, expect, test } from "vitest";
import { workloadEndpointName, workloadNameFields } from "../../../src/model/kinds/workload-name.ts";

const K8S = { node: "n", orchestrator: "k8s", pod: "p", endpoint: "eth0" };

/** A spec, the name that it gives, and the fields that it needs for it. */
const CASES: readonly (readonly [what: string, spec: object, name: string | undefined, fields: string])[] = [
  ["a pod", K8S, "n-k8s-p-eth0", "node orchestrator pod endpoint"],
  [
    "dashes are doubled",
    { ...K8S, node: "a-b", pod: "c--d" },
    "a--b-k8s-c----d-eth0",
    "node orchestrator pod endpoint",
  ],
  ["no pod", { ...K8S, pod: undefined }, undefined, "node orchestrator pod endpoint"],
  ["an empty pod", { ...K8S, pod: "" }, undefined, "node orchestrator pod endpoint"],
  ["a pod that is a number", { ...K8S, pod: 5 }, undefined, "node orchestrator pod endpoint"],
  ["no node", { ...K8S, node: undefined }, undefined, "node orchestrator pod endpoint"],
  ["no endpoint", { ...K8S, endpoint: undefined }, undefined, "node orchestrator pod endpoint"],
  ["a workload beside the pod", { ...K8S, workload: "w" }, "n-k8s-p-eth0", "node orchestrator pod endpoint"],
  [
    "a container",
    { node: "n", orchestrator: "cni", containerID: "c1", endpoint: "eth0" },
    "n-cni-c1-eth0",
    "node orchestrator containerID endpoint",
  ],
  [
    "libnetwork, which names no workload",
    { node: "n", orchestrator: "libnetwork", endpoint: "e1" },
    "n-libnetwork-libnetwork-e1",
    "node orchestrator endpoint",
  ],
  [
    "another orchestrator",
    { node: "n", orchestrator: "openstack", workload: "vm-1", endpoint: "e" },
    "n-openstack-vm--1-e",
    "node orchestrator workload endpoint",
  ],
  ["another without its workload", { ...K8S, orchestrator: "mesos" }, undefined, "node orchestrator workload endpoint"],
  ["no orchestrator", { ...K8S, orchestrator: undefined }, undefined, "node orchestrator workload endpoint"],
  [
    "one called as JavaScript's own",
    { ...K8S, orchestrator: "toString" },
    undefined,
    "node orchestrator workload endpoint",
  ],
  ["nothing at all", {}, undefined, "node orchestrator workload endpoint"],
];

describe("the name of a workload endpoint", () => {
  test.each(CASES)("%s", (_what, spec, name, fields) => {
    const values = spec as Readonly<Record<string, unknown>>;
    expect(workloadEndpointName(values)).toBe(name);
    expect(workloadNameFields(values).join(" ")).toBe(fields);
  });
});
