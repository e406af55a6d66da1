/** Releases of real calicoctl that were recorded. */
export type Release = "v3.9.5" | "v3.32.1";

/** Recorded cases in which this tool does something else than real calicoctl, and why. */
export interface Difference {
  readonly why: string;
  /** On purpose; `false` for what this tool does not have yet. */
  readonly intended: boolean;
  readonly in: Release | "both";
  readonly names: readonly string[];
}

const both = "both";

/** All cases that differ; they still run, and one that agrees must leave the list. */
export const DIFFERENCES: readonly Difference[] = [
  {
    why: "`-f` takes quoted patterns, options may stand in front of the command, and `help` is a command",
    intended: true,
    in: both,
    names: ["apply-glob", "config-global", "top-help-cmd"],
  },
  {
    why: "a patch may be YAML",
    intended: true,
    in: both,
    names: ["patch-yaml"],
  },
  {
    why: "directories are read, as v3.32 does",
    intended: true,
    in: "v3.9.5",
    names: [
      "apply-dir-order",
      "apply-dir-slash",
      "create-combined-shorts",
      "create-dir",
      "delete-dir",
      "delete-dir-R",
      "replace-dir",
      "replace-dir-R",
    ],
  },
  {
    why: "`kind: List` is read, and a typed list whose items name no kind",
    intended: true,
    in: both,
    names: ["create-kindlist", "delete-kindlist", "delete-typedlist", "replace-typedlist"],
  },
  {
    why: "`kind: List` is read",
    intended: true,
    in: "v3.32.1",
    names: ["validate-kindlist"],
  },
  {
    why: "a document of comments alone is valid",
    intended: true,
    in: "v3.32.1",
    names: ["doc-comment-doc", "doc-comment-mid"],
  },
  {
    why: "KIND/NAME and lists of kinds are accepted",
    intended: true,
    in: both,
    names: ["delete-slash", "get-comma", "get-slash"],
  },
  {
    why: "`get all` and `-o name` exist",
    intended: true,
    in: both,
    names: ["get-empty-all", "get-o-20"],
  },
  {
    why: "-f may be repeated, as kubectl's and `simulate`'s",
    intended: true,
    in: both,
    names: ["create-two-f"],
  },
  {
    why: "options of v3.32 exist with every version: --allow-version-mismatch, --context, --skip-empty, --client",
    intended: true,
    in: "v3.9.5",
    names: [
      "create-skip-empty",
      "delete-skip-empty",
      "replace-skip-empty",
      "top-allow-mismatch",
      "top-context-after",
      "version-client",
    ],
  },
  {
    why: "`patch` exists with every version",
    intended: true,
    in: "v3.9.5",
    names: [
      "patch-felix",
      "patch-help",
      "patch-labels",
      "patch-list",
      "patch-merge",
      "patch-np-ns",
      "patch-null",
      "patch-uid",
    ],
  },
  {
    why: "`datastore` exists with every version",
    intended: true,
    in: "v3.9.5",
    names: ["sub-datastore-migrate-export-help", "sub-datastore-migrate-help", "sub-datastore-migrate-unlock-help"],
  },
  {
    why: "`convert` exists with every version: manifests of the early API may meet either",
    intended: true,
    in: "v3.32.1",
    names: ["convert-hep", "convert-json", "convert-list", "convert-multi", "convert-policy"],
  },
  {
    why: "with no datastore configured the embedded one is used",
    intended: true,
    in: both,
    names: ["conn-none"],
  },
  {
    why: "the commands ipam and node (with v3.32 also cluster) do not exist yet",
    intended: false,
    in: both,
    names: ["top-h", "sub-ipam-help"],
  },
  {
    why: "the command cluster does not exist yet",
    intended: false,
    in: "v3.32.1",
    names: ["sub-cluster-help"],
  },
  {
    why: "a stored field that this Calico does not know is shown, not hidden",
    intended: true,
    in: both,
    names: ["badkv-extra"],
  },
  {
    why: "a stored value that is no JSON is named, and the command ends with 1: the list is not complete",
    intended: true,
    in: both,
    names: ["badkv-json"],
  },
  {
    why: "a patch does not change the uid: it is the datastore's",
    intended: true,
    in: "v3.32.1",
    names: ["patch-uid"],
  },
  {
    why: "a store with policies of the older layout, and no tiers, is not written in the newer one",
    intended: true,
    in: "v3.32.1",
    names: ["oldpolicy-apply"],
  },
  {
    why: "templates print maps that calicoctl cannot",
    intended: true,
    in: "v3.32.1",
    names: ["get-o-11"],
  },
  {
    why: "tables of BGPFilters do not panic",
    intended: true,
    in: "v3.32.1",
    names: ["table-bf-ps", "table-bf-wide"],
  },
];

/** The differences of a release, by case; throws where the list has a case twice. */
export function differencesOf(release: Release): ReadonlyMap<string, Difference> {
  const byName = new Map<string, Difference>();
  for (const difference of DIFFERENCES) {
    if (difference.in !== both && difference.in !== release) continue;
    for (const name of difference.names) {
      if (byName.has(name)) throw new Error(`${name} is in the list twice`);
      byName.set(name, difference);
    }
  }
  return byName;
}
