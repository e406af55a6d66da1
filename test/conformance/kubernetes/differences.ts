/** Why a recorded case differs here on purpose. */
const REASONS = {
  patch: "v3.9 has no `patch`; here it works with every version",
  broken: "a stored object that is left out ends the list with exit 1 and is named; calicoctl says nothing of it",
  mismatch: "v3.9 has no --allow-version-mismatch; here every version takes it",
  otherNode: "v3.9 finds a pod's endpoint by another node's name; here it does not exist",
  list: "a `kind: List` is read; calicoctl refuses it",
  name: "`-o name` is an output here",
  struct: "Go's dump of a selector is no column here",
  early: "what can be refused by the manifest alone is refused before anything is written",
  commands: "`get all` lists every kind here, and `ipam` and `cluster` are not in this tool, which says so",
  lock: "v3.9 has no `datastore`; here it works with every version",
  unchanged: "an apply that changes nothing writes nothing; v3.9 writes the object's UID into its annotation",
} as const;

/** The recorded cases that differ on purpose, with the reason. */
export const KUBERNETES_DIFFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "crd-form-stagedkubernetesnetworkpolicy-sk1@v3.32.1": REASONS.struct,
    "crd-form-v3-stagedkubernetesnetworkpolicy-sk1@v3.32.1": REASONS.struct,
    "crd-read-hep-metadata-broken@v3.32.1": REASONS.broken,
    "crd-read-hep-metadata-broken@v3.9.5": REASONS.broken,
    "crd-read-clusterinfo-other-version@v3.9.5": REASONS.mismatch,
    "cli-hep-life@v3.9.5": REASONS.patch,
    "cli-np-k8s@v3.32.1": REASONS.early,
    "v3-cli-np-k8s@v3.32.1": REASONS.early,
    "cli-knp-refused-elsewhere@v3.32.1": REASONS.early,
    "cli-wep@v3.9.5": `${REASONS.otherNode}; ${REASONS.patch}`,
    "cli-node@v3.9.5": REASONS.patch,
    "cli-ippool@v3.9.5": REASONS.patch,
    "cli-batch@v3.32.1": REASONS.list,
    "cli-batch@v3.9.5": REASONS.list,
    "cli-kinds@v3.32.1": REASONS.commands,
    "cli-kinds@v3.9.5": `${REASONS.commands}; ${REASONS.lock}`,
    "cli-migrate@v3.9.5": REASONS.lock,
    "cli-apply-exported@v3.9.5": REASONS.unchanged,
    "cli-pod-label-selector-kinds@v3.32.1": REASONS.name,
    "cli-pod-label-selector-kinds@v3.9.5": REASONS.name,
  }),
);
