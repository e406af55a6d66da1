import type { Datastore } from "../../datastore/datastore.ts";
import { UnreadableValue } from "../../datastore/datastore-error.ts";
import { getOrUnreadable } from "../../datastore/resources/get-or-unreadable.ts";
import { DEFAULT_FELIX } from "../../datastore/resources/pool-tunnels.ts";
import { READS_OBJECTS } from "../../manifest/foreign/object-reading.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { METADATA_ANNOTATION } from "../../model/kinds/defaults.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { filenames, parseInput } from "../resources/input.ts";
import { unifiedDiff } from "../resources/output/line-diff.ts";
import { goYaml } from "../resources/output/yaml/go-yaml.ts";
import { unreadableError } from "../resources/stored-resources.ts";
import { reportInput, withInput } from "../resources/use-input.ts";
import { afterApply } from "../resources/writing/apply-preview.ts";
import { tunnelsNote, tunnelsOn } from "../resources/writing/tunnels-note.ts";
import { type DiffEffectOptions, diffEffect, EFFECT_OUTPUTS } from "../scenario/effect/diff-effect.ts";
import { effectOptions, refuseEffectOptions } from "../scenario/effect/effect-options.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics, styleFor } from "../shell/io/print-diagnostics.ts";
import { flag, list, oneOf } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";

/** `diff` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "diff",
  summary: "Show what apply would change",
  arguments: [
    { syntax: "[old]", help: "with --effect: file or folder that is taken to be what is stored" },
    { syntax: "[new]", help: "with --effect: file or folder that takes its place; without it -f is laid over the old" },
  ],
  options: {
    effect: flag("--effect", "show the packets that are decided differently, not the lines of YAML"),
    deciders: flag("--deciders", "with --effect: also packets that only another rule decides about"),
    node: list("--node <node>", "with --effect: only packets through this node (repeatable)"),
    output: oneOf("-o, --output <format>", "with --effect: text, json, yaml, github or markdown", EFFECT_OUTPUTS),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    "Exit code: 0 nothing would change, 1 something would, 2 an error occurred; with --effect 3 where an answer is not proved.",
    `With --effect the answer is about all packets that open a connection, and about their replies: where it is empty, no such
packet is decided differently. Connections that are open already are let through by connection tracking, whatever policy says.`,
  ],
  examples: [
    { line: "calicoctl diff -f policies/", shows: "a unified diff of each resource that would change" },
    { line: "calicoctl diff --effect -f policies/", shows: "the packets that would be let through or dropped then" },
    {
      line: "calicoctl diff --effect main/policies branch/policies",
      shows: "what a branch changes, without a datastore",
    },
    { line: "calicoctl diff --effect main/policies branch/policies -o markdown", shows: "the same for a pull request" },
  ],
});

/** What `diff` compares with the datastore. */
export interface DiffOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  /** What `--effect` compares, instead of texts. */
  readonly effect?: DiffEffectOptions;
}

/** The options of `diff`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words, options }: Line<typeof declaration.options>): DiffOptions {
  const { recursive } = options;
  if (options.effect) return { files: [], recursive, effect: effectOptions(words, options) };
  refuseEffectOptions(words, options);
  return { files: filenames(options), recursive };
}

/** `diff` ends like the tool of that name: 0 nothing differs, 1 something does, 2 an error occurred. */
const EXIT = { same: 0, different: 1, trouble: 2 } as const;

/**
 * `diff -f`: what `apply` would change, as a unified diff of each resource's YAML as it is stored and as it would be.
 * Fields that the store itself fills in are not a difference.
 */
export async function run({ files, recursive, effect }: DiffOptions, context: CommandContext): Promise<number> {
  if (effect !== undefined) return diffEffect(effect, context);
  const parsed = await parseInput(files, context.io, { recursive });
  let compared: number | undefined;
  await withInput(parsed, context, {
    purpose: "apply",
    reading: READS_OBJECTS,
    refused: (input, version) => {
      reportInput(input, context, "nothing was compared", version);
      return EXIT.trouble;
    },
    work: async (input, store) => {
      const written = input.resources.filter(isWritten);
      const leftOut = leftOutOf(input.resources.filter((one) => !isWritten(one)));
      printDiagnostics([...input.diagnostics, ...leftOut], input.sources, context.io);
      compared = await compare(written, store, context);
      return compared;
    },
  });
  return compared ?? EXIT.trouble;
}

/** Whether `apply` writes it: neither what Calico makes of Kubernetes' own objects, nor what Calico itself writes. */
function isWritten({ resource, madeOf }: Located): boolean {
  return madeOf !== "kubernetes" && kindNamed(resource.kind)?.writeOrder !== undefined;
}

/** The one finding that resources take no part, by kind. */
function leftOutOf(resources: readonly Located[]): readonly Diagnostic[] {
  if (resources.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { resource } of resources) counts.set(resource.kind, (counts.get(resource.kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => `${count} ${kind}`).sort();
  const message = `not compared, as \`apply\` does not write what Calico makes of Kubernetes' own objects or writes itself: ${kinds.join(", ")}`;
  return [{ severity: "info", code: "diff.left-out", message }];
}

async function compare(resources: readonly Located[], store: Datastore, { io }: CommandContext): Promise<number> {
  const chalk = styleFor(io.stdout);
  const style = { removed: chalk.red, added: chalk.green, place: chalk.cyan };
  const held = new Map<string, Resource>();
  let different = false;
  let isComplete = true;
  for (const { resource } of resources) {
    const id = resourceId(resource);
    const name = displayId(id);
    const current = held.get(name) ?? (await getOrUnreadable(store, id));
    if (current instanceof UnreadableValue) {
      printDiagnostics([unreadableError(current)], [], io);
      isComplete = false;
      continue;
    }
    const next = afterApply(resource, current, store.calico);
    held.set(name, next);
    const text = unifiedDiff(
      { name: current === undefined ? "/dev/null" : printable(`stored ${name}`), text: shown(current) },
      { name: printable(`applied ${name}`), text: shown(next) },
      style,
    );
    if (text === "") continue;
    different = true;
    io.stdout.write(text);
  }
  const felix =
    resources.some(({ resource }) => resource.kind === "IPPool") && (await getOrUnreadable(store, DEFAULT_FELIX));
  if (felix instanceof UnreadableValue) {
    printDiagnostics([unreadableError(felix)], [], io);
    isComplete = false;
  }
  const note = await tunnelsOf(resources, store);
  io.stderr.write(note);
  if (!isComplete) return EXIT.trouble;
  return different || note !== "" ? EXIT.different : EXIT.same;
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
