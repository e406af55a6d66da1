/** Releases of real calicoctl that were recorded. */
export type Release = "v3.9.5" | "v3.32.1";

/** Recorded cases in which this tool does something else, and why. */
export interface Difference {
  readonly why: string;
  /** What asks for it: words of the issues or of the notes; `undefined` for what is not done yet. */
  readonly asked: string | undefined;
  readonly in: Release | "both";
  readonly names: readonly string[];
}

const both = "both";
const PAPERCUTS = "issue 5: the list of papercuts in calicoctl-NOTES.md is a list of things ours does not do";
const SURFACE = "issue 5: Commands: the whole surface as recorded";

/** Everything that differs, on purpose or not yet; the cases still run, and one that agrees must leave the list. */
export const DIFFERENCES: readonly Difference[] = [
  {
    why: "directories are read, as v3.32 does",
    asked: "issue 3: `-f FILE`, `-f DIR` (`-R`), `-f -`",
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
    asked: "issue 3: typed lists (`HostEndpointList`) and `kind: List`; papercut 9",
    in: both,
    names: ["create-kindlist", "delete-kindlist", "delete-typedlist", "replace-typedlist"],
  },
  {
    why: "`kind: List` is read",
    asked: "issue 3: typed lists (`HostEndpointList`) and `kind: List`; papercut 9",
    in: "v3.32.1",
    names: ["validate-kindlist"],
  },
  {
    why: "a document of comments alone is no mistake",
    asked: "issue 3: BOM, CRLF, comment-only documents; papercut 9: comment-only documents break new",
    in: "v3.32.1",
    names: ["doc-comment-doc", "doc-comment-mid"],
  },
  {
    why: "KIND/NAME and lists of kinds are understood",
    asked: "issue 5: `get all`; kind/name and comma lists",
    in: both,
    names: ["delete-slash", "get-comma", "get-slash"],
  },
  {
    why: "`get all` and `-o name` exist",
    asked: "issue 5: `get all`; kind/name and comma lists",
    in: both,
    names: ["get-empty-all", "get-o-20"],
  },
  {
    why: "-f may be repeated, as kubectl's and `simulate`'s",
    asked: "issue 3: `calicoctl simulate [-f MANIFESTS]...`",
    in: both,
    names: ["create-two-f"],
  },
  {
    why: "options of v3.32 are there with every version: --allow-version-mismatch, --context, --skip-empty, --client",
    asked: `${SURFACE}; with \`--allow-version-mismatch\``,
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
    asked: `${SURFACE}: \`patch\` (strategic merge as recorded, and the JSON patch and merge patch)`,
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
    asked: SURFACE,
    in: "v3.9.5",
    names: ["sub-datastore-migrate-export-help", "sub-datastore-migrate-help", "sub-datastore-migrate-unlock-help"],
  },
  {
    why: "`convert` exists with every version: manifests of the early API are as old for either",
    asked: SURFACE,
    in: "v3.32.1",
    names: ["convert-hep", "convert-json", "convert-list", "convert-multi", "convert-policy"],
  },
  {
    why: "with no datastore configured the embedded one is used",
    asked: "issue 3: Embedded store: used when nothing else is configured, saying so once on stderr with its path",
    in: both,
    names: ["conn-none"],
  },
  {
    why: "the commands ipam and node (with v3.32 also cluster) are not there",
    asked: undefined,
    in: both,
    names: ["top-h", "sub-ipam-help"],
  },
  {
    why: "the command cluster is not there",
    asked: undefined,
    in: "v3.32.1",
    names: ["sub-cluster-help"],
  },
  {
    why: "a stored field that this Calico does not know is shown, not hidden",
    asked: "issue 5: unknown fields written by another version survive label, patch and apply",
    in: both,
    names: ["badkv-extra"],
  },
  {
    why: "a patch does not change the uid: it is the datastore's",
    asked: `${PAPERCUTS}; silent changes of meaning`,
    in: "v3.32.1",
    names: ["patch-uid"],
  },
  {
    why: "a store with policies of the older layout, and no tiers, is not written in the newer one",
    asked: "issue 5: A store of the newer layout is never written in the older one, nor the other way round",
    in: "v3.32.1",
    names: ["oldpolicy-apply"],
  },
  {
    why: "templates print maps that calicoctl cannot",
    asked: `${PAPERCUTS}`,
    in: "v3.32.1",
    names: ["get-o-11"],
  },
  {
    why: "tables of BGPFilters do not panic",
    asked: "papercut 16: panics: BGPFilter tables",
    in: "v3.32.1",
    names: ["table-bf-ps", "table-bf-wide"],
  },
];

/** The differences of a release, by case; a case that stands twice in the list is a mistake in it. */
export function differencesOf(release: Release): ReadonlyMap<string, Difference> {
  const found = new Map<string, Difference>();
  for (const difference of DIFFERENCES) {
    if (difference.in !== both && difference.in !== release) continue;
    for (const name of difference.names) {
      if (found.has(name)) throw new Error(`${name} stands in the list twice`);
      found.set(name, difference);
    }
  }
  return found;
}
