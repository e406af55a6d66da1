/** How bad findings of a code are, and which commands report them. */
import type { Declaration } from "../../src/cli/shell/command.ts";
import type { Severity } from "../../src/model/diagnostic.ts";
import { CODE_SEVERITIES } from "../code-list.ts";

/** How bad findings of the code are; several where it depends. Hints, which stand in an answer, have no severity. */
export function severitiesOf(code: string): readonly Severity[] {
  if (code.startsWith("hint.")) return [];
  return CODE_SEVERITIES.get(code) ?? ["error"];
}

type Reports = (declaration: Declaration) => boolean;

const named =
  (...names: readonly string[]): Reports =>
  ({ name }) =>
    names.includes(name);
const has =
  (...options: readonly string[]): Reports =>
  (declaration) =>
    options.some((option) => option in declaration.options);

const EVALUATES = has("addresses");
/** Commands that read manifests, and those that check them as well. */
const READS = has("recursive");
const CHECKS: Reports = (declaration) => READS(declaration) && !named("get", "delete")(declaration);

/** Commands that have something in common, and what that is. */
interface Reporters {
  /** Completes "Commands". */
  readonly which: string;
  readonly reports: Reports;
}

const only = (...names: readonly string[]): Reporters => ({ which: "", reports: named(...names) });
const READING: Reporters = { which: "that read files", reports: READS };
const CHECKING: Reporters = { which: "that check manifests", reports: CHECKS };
const EVALUATING: Reporters = { which: "that evaluate policy", reports: EVALUATES };
const STORED: Reporters = { which: "with `--namespace`", reports: has("namespace") };

/** Which commands report codes, by what these begin with; the first that fits counts. */
const REPORTERS: readonly (readonly [start: string, reporters: Reporters])[] = [
  ["convert.", only("convert")],
  ["snapshot.", only("snapshot")],
  ["test.", only("test")],
  ["export.", only("export")],
  ["create.", only("create")],
  ["diff.", only("diff")],
  ["effect.", only("diff")],
  ["patch.", only("patch", "edit")],
  ["label.exists", only("label")],
  ["label.missing", only("label")],
  ["annotation.exists", only("annotate")],
  ["annotation.missing", only("annotate")],
  [
    "way-back.",
    {
      which: "that can wait for a confirmation, or end the wait",
      reports: (one) => has("confirmWithin")(one) || named("confirm", "rollback")(one),
    },
  ],
  ["store.not-initialised", only("version")],
  ["store.unread", EVALUATING],
  ["store.not-found", STORED],
  ["store.version-mismatch", { which: "with `--allow-version-mismatch`", reports: has("allowVersionMismatch") }],
  ["store.", { which: "that write", reports: has("dryRun") }],
  ["config.", { which: "that read the datastore's configuration", reports: has("config") }],
  ["datastore.", { which: "that open a datastore", reports: has("timeout") }],
  ["value.", STORED],
  ["kind.read-only", { which: "that write", reports: has("dryRun") }],
  ["facts.command", only("node")],
  ["facts.save", only("node")],
  ["facts.", { which: "that read the facts of a node", reports: has("facts") }],
  ["flow.", only("simulate", "test")],
  ["hint.", only("simulate")],
  ["lint.", only("lint", "describe")],
  ["world.", EVALUATING],
  ["felix.match-block", EVALUATING],
  [
    "kubernetes.",
    { which: "that read objects of Kubernetes", reports: (one) => EVALUATES(one) || named("validate", "convert")(one) },
  ],
  ...["yaml.", "document.", "source.", "input.", "kind.", "api-version."].map((start) => [start, READING] as const),
  ["", CHECKING],
];

/** The commands that report the code, and what they have in common; empty for those that are named one by one. */
export function commandsReporting(
  code: string,
  declarations: readonly Declaration[],
): { readonly which: string; readonly names: readonly string[] } {
  const { which, reports } = REPORTERS.find(([start]) => code.startsWith(start))?.[1] ?? CHECKING;
  return { which, names: declarations.filter(reports).map(({ name }) => name) };
}
