import type { Datastore } from "../../../datastore/datastore.ts";
import { UnreadableValue } from "../../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../../datastore/resources/get-or-unreadable.ts";
import { DEFAULT_FELIX } from "../../../datastore/resources/pool-tunnels.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { METADATA_ANNOTATION } from "../../../model/kinds/defaults.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, type Located, type Resource, resourceId } from "../../../model/resource.ts";
import type { Io } from "../../shell/io/io.ts";
import { printDiagnostics, styleFor } from "../../shell/io/print-diagnostics.ts";
import { type DiffStyle, unifiedDiff } from "../output/line-diff.ts";
import { unreadableError } from "../stored-resources.ts";
import { afterApply } from "./apply-preview.ts";
import { tunnelsNote, tunnelsOn } from "./tunnels-note.ts";
import { writeProblem } from "./write-report.ts";

/** What the comparison of manifests with a datastore has shown. */
export interface ApplyDiff {
  /** Whether an apply would change anything. */
  readonly isDifferent: boolean;
  /** Whether all stored values could be read, and an apply would refuse no resource. */
  readonly isComplete: boolean;
}

/** How many resources an apply would treat in which way. */
interface Counts {
  create: number;
  change: number;
  unchanged: number;
  refused: number;
}

/**
 * Prints what an apply of the resources would change: a unified diff of each one's YAML on stdout; on stderr a count, and as
 * errors what it would refuse, such as a `resourceVersion` that is not the stored one.
 */
export async function printApplyDiff(resources: readonly Located[], store: Datastore, io: Io): Promise<ApplyDiff> {
  const chalk = styleFor(io.stdout);
  const style = { removed: chalk.red, added: chalk.green, place: chalk.cyan };
  const held = new Map<string, Resource>();
  const dry = store.dryRun();
  const counts: Counts = { create: 0, change: 0, unchanged: 0, refused: 0 };
  let isComplete = true;
  for (const located of resources) {
    const { resource } = located;
    const id = resourceId(resource);
    const name = displayId(id);
    const current = held.get(name) ?? (await getOrUnreadable(store, id));
    if (current instanceof UnreadableValue) {
      printDiagnostics([unreadableError(current)], [], io);
      isComplete = false;
      continue;
    }
    const next = afterApply(resource, current, store.calico);
    const isEqual = shown(current) === shown(next);
    if (isEqual && !resource.metadata.resourceVersion) {
      counts.unchanged++;
      continue;
    }
    const problem = writeProblem(await dry.apply(resource, { keepUnchanged: true }), located);
    if (problem === undefined) held.set(name, next);
    else printDiagnostics([problem], [], io);
    counts[problem !== undefined ? "refused" : isEqual ? "unchanged" : current === undefined ? "create" : "change"]++;
    io.stdout.write(resourceDiff(name, current, { next, verb: problem === undefined ? "applied" : "refused" }, style));
  }
  if (counts.refused > 0) isComplete = false;
  const felix =
    resources.some(({ resource }) => resource.kind === "IPPool") && (await getOrUnreadable(store, DEFAULT_FELIX));
  if (felix instanceof UnreadableValue) {
    printDiagnostics([unreadableError(felix)], [], io);
    isComplete = false;
  }
  const note = await tunnelsOf(resources, store);
  io.stderr.write(`${note}${summary(counts)}`);
  return { isComplete, isDifferent: counts.create + counts.change > 0 || note !== "" };
}

/**
 * The unified diff of one resource as it is stored and as a write would leave it, either absent where there is none; `verb` is of
 * the write: `refused` names one that it would not make. Empty where nothing differs but what the store itself fills in.
 */
export function resourceDiff(
  name: string,
  current: Resource | undefined,
  { next, verb }: { readonly next: Resource | undefined; readonly verb: "applied" | "refused" | "stored" },
  style: DiffStyle,
): string {
  return unifiedDiff(
    { name: current === undefined ? "/dev/null" : printable(`stored ${name}`), text: shown(current) },
    { name: next === undefined ? "/dev/null" : printable(`${verb} ${name}`), text: shown(next) },
    style,
  );
}

/** `1 to create, 2 to change, 3 unchanged`; empty for no resources. */
function summary({ create, change, unchanged, refused }: Counts): string {
  const parts = [
    [create, "to create"],
    [change, "to change"],
    [unchanged, "unchanged"],
    [refused, "refused"],
  ] as const;
  const texts = parts.flatMap(([count, text]) => (count === 0 ? [] : [`${count} ${text}`]));
  return texts.length === 0 ? "" : `${texts.join(", ")}\n`;
}

/** What the pools would change beside themselves, as the dry run of an apply says it. */
async function tunnelsOf(resources: readonly Located[], store: Datastore): Promise<string> {
  const dry = store.dryRun();
  const given = resources.map(({ resource }) => resource);
  for (const resource of given) if (resource.kind === "IPPool") await dry.apply(resource);
  const kinds = given.map(({ kind }) => kind);
  const [before, after] = [await tunnelsOn(kinds, store), await tunnelsOn(kinds, dry)];
  return tunnelsNote(given, { before, after, isDry: true });
}

/** The resource as YAML without the fields and the annotation that the store sets; empty for `undefined`. */
function shown(resource: Resource | undefined): string {
  if (resource === undefined) return "";
  const { uid, resourceVersion, creationTimestamp, generation, annotations, ...metadata } = resource.metadata;
  const { [METADATA_ANNOTATION]: _, ...own } = annotations ?? {};
  // Folded, one changed word would change every line behind it.
  return goYaml(withoutEmpty({ ...resource, metadata: { ...metadata, annotations: own } }), {
    width: Number.POSITIVE_INFINITY,
  });
}

/** `source: {}` and `selector: ""` are stored where the manifest has nothing: no difference. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, withoutEmpty(field)] as const);
  return Object.fromEntries(entries.filter(([, field]) => !isEmpty(field)));
}

function isEmpty(value: unknown): boolean {
  if (value === "" || value === undefined || value === null) return true;
  return typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0;
}
