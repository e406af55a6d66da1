/** The `apiVersion` of the early API, whose manifests are converted. */
export const V1 = "v1";

/** The kinds of the early API. */
export const V1_KINDS: readonly string[] = [
  "bgpPeer",
  "hostEndpoint",
  "ipPool",
  "node",
  "policy",
  "profile",
  "workloadEndpoint",
];
