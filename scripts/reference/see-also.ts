/** What else to read: other commands, and pages of docs/ by their names. */
interface SeeAlso {
  readonly commands: readonly string[];
  readonly pages?: readonly string[];
}

const SEE_ALSO: Readonly<Record<string, SeeAlso>> = {
  create: { commands: ["apply", "replace", "validate", "guard"], pages: ["resources.md", "guard.md", "way-back.md"] },
  apply: {
    commands: ["diff", "validate", "guard", "confirm", "rollback", "delete"],
    pages: ["resources.md", "guard.md", "way-back.md"],
  },
  replace: { commands: ["apply", "diff", "patch"], pages: ["resources.md", "guard.md", "way-back.md"] },
  delete: { commands: ["get", "apply", "guard"], pages: ["resources.md", "guard.md", "way-back.md"] },
  get: { commands: ["describe", "export", "api-resources", "explain"], pages: ["resources.md"] },
  describe: { commands: ["get", "lint", "simulate"] },
  convert: { commands: ["validate", "apply"], pages: ["resources.md", "kubernetes.md"] },
  validate: { commands: ["lint", "explain", "apply"], pages: ["resources.md", "ci.md"] },
  lint: { commands: ["validate", "describe", "test"], pages: ["lint.md"] },
  label: { commands: ["annotate", "get", "patch", "edit"], pages: ["resources.md"] },
  annotate: { commands: ["label", "patch", "edit"], pages: ["resources.md"] },
  patch: { commands: ["edit", "label", "replace"], pages: ["resources.md"] },
  edit: { commands: ["patch", "label", "replace"], pages: ["resources.md"] },
  guard: { commands: ["apply", "simulate", "exposure", "confirm"], pages: ["guard.md"] },
  diff: { commands: ["apply", "simulate", "exposure", "test"], pages: ["effect.md"] },
  export: { commands: ["import", "get"], pages: ["datastores.md"] },
  import: { commands: ["export", "apply"], pages: ["datastores.md"] },
  confirm: { commands: ["rollback", "apply"], pages: ["way-back.md"] },
  rollback: { commands: ["confirm", "apply"], pages: ["way-back.md"] },
  snapshot: { commands: ["simulate", "node"], pages: ["kubernetes.md"] },
  datastore: { commands: ["export", "import"], pages: ["kubernetes-datastore.md"] },
  explain: { commands: ["api-resources", "validate"], pages: ["resources.md"] },
  node: { commands: ["simulate", "guard"], pages: ["simulate.md"] },
  config: { commands: ["version", "get"], pages: ["datastores.md"] },
  "api-resources": { commands: ["explain", "get"], pages: ["resources.md"] },
  completion: { commands: ["api-resources", "explain"] },
  simulate: { commands: ["test", "exposure", "diff", "node"], pages: ["simulate.md", "kubernetes.md", "semantics.md"] },
  test: { commands: ["simulate", "exposure", "lint"], pages: ["testing-policy.md", "ci.md"] },
  exposure: { commands: ["simulate", "diff", "guard", "describe"], pages: ["exposure.md"] },
  explore: {
    commands: ["simulate", "describe", "exposure", "validate", "guard", "confirm"],
    pages: ["explore.md", "guard.md", "way-back.md"],
  },
  version: { commands: ["config", "get"], pages: ["datastores.md"] },
};

/** The commands to read about next. */
export const relatedCommands = (command: string): readonly string[] => SEE_ALSO[command]?.commands ?? [];

/** The pages of docs/ about what the command does. */
export const relatedPages = (command: string): readonly string[] => SEE_ALSO[command]?.pages ?? [];
