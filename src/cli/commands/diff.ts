import { READS_OBJECTS } from "../../manifest/foreign/object-reading.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { kindNamed } from "../../model/kinds/kinds.ts";
import type { Located } from "../../model/resource.ts";
import { filenames, parseInput } from "../resources/input.ts";
import { reportInput, withInput } from "../resources/use-input.ts";
import { printApplyDiff } from "../resources/writing/apply-diff.ts";
import { type DiffEffectOptions, diffEffect, EFFECT_OUTPUTS } from "../scenario/effect/diff-effect.ts";
import { effectOptions, refuseEffectOptions } from "../scenario/effect/effect-options.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { flag, list, oneOf } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";

/** Two versions of a folder of manifests. */
const BRANCHES = [
  "mkdir main branch",
  "cp -r policies main",
  "cp -r policies branch",
  "sed -i s/443/8443/ branch/policies/https.yaml",
];

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
    output: oneOf("-o, --output <format>", "with --effect: text, json, yaml, github, markdown or html", EFFECT_OUTPUTS),
    ...FACTS_OPTIONS,
    ...MANIFEST_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `With --effect the answer is about all packets that open a connection, and about their replies: where it is empty, no such
packet is decided differently. Connections that are open already are let through by connection tracking, whatever policy says.`,
  ],
  exits: {
    0: "nothing would change",
    1: "something would change",
    2: "an error occurred, `apply` would refuse a resource, or wrong usage",
    3: "with --effect: an answer is not proved",
  },
  examples: [
    { line: "calicoctl diff -f policies/", shows: "a unified diff of each resource that would change" },
    { line: "calicoctl diff --effect -f policies/", shows: "the packets that would be let through or dropped then" },
    {
      line: "calicoctl diff --effect main/policies branch/policies",
      shows: "what a branch changes, without a datastore",
      before: BRANCHES,
    },
    {
      line: "calicoctl diff --effect main/policies branch/policies -o markdown",
      shows: "the same for a pull request",
      before: BRANCHES,
    },
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
 * Fields that the store itself fills in are not a difference. What `apply` would refuse is an error.
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
      const { isComplete, isDifferent } = await printApplyDiff(written, store, context.io);
      compared = !isComplete ? EXIT.trouble : isDifferent ? EXIT.different : EXIT.same;
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
