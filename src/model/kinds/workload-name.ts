/** What identifies a workload endpoint, by its orchestrator, in the order of its name (recorded: wep-orch-*). */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  k8s: ["node", "orchestrator", "pod", "endpoint"],
  cni: ["node", "orchestrator", "containerID", "endpoint"],
  libnetwork: ["node", "orchestrator", "libnetwork", "endpoint"],
};
const OTHER = ["node", "orchestrator", "workload", "endpoint"];

/** The fields of `spec` that a workload endpoint of its orchestrator must have. */
export function workloadNameFields(spec: Readonly<Record<string, unknown>>): readonly string[] {
  return parts(spec).filter((part) => part !== "libnetwork");
}

/** The name a workload endpoint must have, `node1-k8s-pod1-eth0` (a `-` in a part doubled); `undefined` where a part is missing. */
export function workloadEndpointName(spec: Readonly<Record<string, unknown>>): string | undefined {
  const values = parts(spec).map((part) => (part === "libnetwork" ? part : spec[part]));
  if (!values.every((value) => typeof value === "string" && value !== "")) return undefined;
  return values.map((value) => String(value).replaceAll("-", "--")).join("-");
}

function parts(spec: Readonly<Record<string, unknown>>): readonly string[] {
  const orchestrator = typeof spec.orchestrator === "string" ? spec.orchestrator : "";
  return (Object.hasOwn(PARTS, orchestrator) ? PARTS[orchestrator] : undefined) ?? OTHER;
}

/** What the name of a workload endpoint is made of. */
export interface WorkloadNameParts {
  readonly node: string;
  readonly orchestrator: string;
  /** The pod, container or whatever else the orchestrator has. */
  readonly workload: string;
  readonly endpoint: string;
}

/**
 * The parts of a name that `workloadEndpointName` makes; `undefined` of other names. A run of two hyphens is one of the part, a
 * single one ends it.
 */
export function workloadNameParts(name: string): WorkloadNameParts | undefined {
  const parts = name.includes("--")
    ? name.split(/(?<!-)-(?!-)/).map((part) => part.replaceAll("--", "-"))
    : name.split("-");
  const [node, orchestrator, workload, endpoint, ...more] = parts;
  if (!node || !orchestrator || !workload || !endpoint || more.length > 0) return undefined;
  return { node, orchestrator, workload, endpoint };
}

/** The pod of a workload endpoint's name; `undefined` of the name of another. */
export function podOfEndpoint(name: string): string | undefined {
  const parts = workloadNameParts(name);
  return parts?.orchestrator === "k8s" ? parts.workload : undefined;
}
