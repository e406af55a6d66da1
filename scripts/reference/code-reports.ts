/** How bad findings of a code are, and which commands report them. */
import type { Declaration } from "../../src/cli/shell/command.ts";

/** How bad a finding is, in the order in which pages list them. */
export const SEVERITIES = ["error", "warning", "info"] as const;
type Severity = (typeof SEVERITIES)[number];

/** The severities of codes that are not always errors, by severities; that of all other codes is `error`. */
const NOT_ALWAYS_ERRORS: readonly (readonly [severities: readonly Severity[], codes: readonly string[]])[] = [
  [
    ["warning"],
    [
      "diff.empty-side",
      ...["yaml.scalar", "yaml.separator", "document.duplicate", "document.helm-notes", "source.skipped"],
      ...["field.case", "field.empty", "net.masked", "felix.unrunnable", "felix.match-block"],
      ...["convert.renamed", "convert.label", "convert.namespace", "convert.name-taken", "convert.left-out"],
      ...["export.left-out", "patch.type", "store.note", "value.misnamed"],
      ...["world.missing", "world.ignored", "world.setting", "world.entry"],
      ...["kubernetes.annotation", "kubernetes.endpoints", "kubernetes.no-slices", "kubernetes.host-endpoints"],
      ...["effect.allowed", "effect.denied", "effect.replies-allowed", "effect.replies-dropped"],
      ...["flow.no-expectation", "flow.services", "flow.assertion"],
      ...["facts.unused", "facts.more", "facts.address-unknown", "facts.route-unknown", "facts.route-table"],
      ...["facts.nat-syntax", "facts.nat-twice", "facts.nat-unknown", "facts.nat-legacy", "facts.nat-ipvs"],
      ...[
        "lint.no-expected-ips",
        "lint.idle-endpoint",
        "lint.log-only",
        "lint.never-evaluated",
        "lint.matches-nothing",
      ],
      ...["lint.not-forwarded", "lint.not-proved", "lint.unknown-code"],
    ],
  ],
  [
    ["info"],
    [
      ...[
        "api-version.stored",
        "diff.left-out",
        "convert.derived",
        "kubernetes.converted",
        "effect.decider",
        "version.chosen",
      ],
      ...["lint.unused-set", "lint.port-after-dnat", "lint.port-before-dnat", "lint.not-passed-on"],
    ],
  ],
  [
    ["error", "warning"],
    [
      ...[
        "yaml.duplicate-key",
        "yaml.tag",
        "yaml.anchor",
        "yaml.alias",
        "selector.syntax",
        "input.empty",
        "convert.tag",
      ],
      ...["kubernetes.passed-over", "snapshot.right", "facts.command"],
    ],
  ],
  [
    ["warning", "info"],
    [
      ...["kubernetes.version", "lint.selects-nothing", "lint.empty-selector", "lint.unknown-port-name"],
      ...["lint.missing-profile", "lint.no-final-deny", "lint.one-sided-untracked", "lint.shadowed", "lint.failsafe"],
      "lint.partly-dead",
    ],
  ],
];

const BY_CODE = new Map(NOT_ALWAYS_ERRORS.flatMap(([severities, codes]) => codes.map((code) => [code, severities])));

/** How bad findings of the code are; several where it depends. Hints, which stand in an answer, have no severity. */
export function severitiesOf(code: string): readonly Severity[] {
  if (code.startsWith("hint.")) return [];
  return BY_CODE.get(code) ?? ["error"];
}

/** The codes that the list names; each must be there. */
export const listedCodes: readonly string[] = [...BY_CODE.keys()];

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

/** Which commands report codes, by what these begin with; the first that fits counts. */
const REPORTS: readonly (readonly [start: string, reports: Reports])[] = [
  ["convert.", named("convert")],
  ["snapshot.", named("snapshot")],
  ["test.", named("test")],
  ["export.", named("export")],
  ["create.", named("create")],
  ["diff.", named("diff")],
  ["effect.", named("diff")],
  ["patch.", named("patch", "edit")],
  ["label.exists", named("label")],
  ["label.missing", named("label")],
  ["annotation.exists", named("annotate")],
  ["annotation.missing", named("annotate")],
  ["way-back.", has("confirmWithin")],
  ["store.not-initialised", named("version")],
  ["store.unread", EVALUATES],
  ["store.not-found", has("namespace")],
  ["store.version-mismatch", has("allowVersionMismatch")],
  ["store.", has("dryRun")],
  ["config.", has("config")],
  ["datastore.", has("timeout")],
  ["value.", has("namespace")],
  ["kind.read-only", has("dryRun")],
  ["facts.command", named("node")],
  ["facts.save", named("node")],
  ["facts.", has("facts")],
  ["flow.", named("simulate", "test")],
  ["hint.", named("simulate")],
  ["lint.", named("lint", "describe")],
  ["world.", EVALUATES],
  ["felix.match-block", EVALUATES],
  ["kubernetes.", (declaration) => EVALUATES(declaration) || named("validate", "convert")(declaration)],
  ...["yaml.", "document.", "source.", "input.", "kind.", "api-version."].map((start) => [start, READS] as const),
  ["", CHECKS],
];

/** The names of the commands that report the code. */
export function commandsReporting(code: string, declarations: readonly Declaration[]): readonly string[] {
  const reports = REPORTS.find(([start]) => code.startsWith(start))?.[1] ?? (() => false);
  const also = code.startsWith("way-back.") ? ["confirm", "rollback"] : [];
  return [...declarations.filter(reports).map(({ name }) => name), ...also];
}
