/** Recorded successes of v3.32.1 whose output or effect is different here, each with its reason; they still run. */
export const DIFFERENT_3_32: Readonly<Record<string, string>> = {
  ...reason("a patch does not change the uid: it is the datastore's", ["patch-uid"]),
  ...reason("`version` tells this tool's own version, not that of a calicoctl it is not", [
    "mismatch-same-version",
    "mismatch-old-version",
    "mismatch-dirty-version",
    "mismatch-nov-version",
    "version-client",
    "version-initdb",
  ]),
  ...reason("a stored field that v3.32 does not know is shown, not hidden", ["badkv-extra"]),
  ...reason("a store with policies of the older layout, and no tiers, is not written in the newer one", [
    "oldpolicy-apply",
  ]),
  ...reason("--skip-empty is not there yet; `--skip` must go on meaning --skip-exists, as in v3.9", [
    "create-skip-empty",
    "delete-skip-empty",
    "replace-skip-empty",
  ]),
};

/** Recorded failures of v3.32.1 that succeed here, each with its reason. */
export const BETTER_3_32: Readonly<Record<string, string>> = {
  ...reason("an empty file among others in a directory is no mistake", [
    "apply-dir-emptyfile",
    "create-dir-emptyfile",
    "replace-dir-emptyfile",
    "validate-dir-emptyfile",
  ]),
  ...reason("a document of comments alone is no mistake", ["doc-comment-doc", "doc-comment-mid"]),
  ...reason("`kind: List` is read, and a typed list whose items name no kind", [
    "create-kindlist",
    "delete-kindlist",
    "delete-typedlist",
    "replace-typedlist",
    "validate-kindlist",
  ]),
  ...reason("KIND/NAME and lists of kinds are understood", ["delete-slash", "get-comma", "get-slash"]),
  ...reason("`get all` and `-o name` exist", ["get-empty-all", "get-o-20"]),
  ...reason("templates print maps that calicoctl cannot", ["get-o-11"]),
  ...reason("tables of BGPFilters do not panic", ["table-bf-ps", "table-bf-wide"]),
  ...reason("-f may be repeated", ["create-two-f"]),
  ...reason("--log-level is ignored, whatever its value", ["top-loglevel-bad"]),
  ...reason("`--skip` abbreviates the one option that begins so", ["create-abbrev-skip"]),
};

function reason(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}
