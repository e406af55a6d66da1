import type { Datastore } from "../../datastore/datastore.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type Located, resourceId } from "../../model/resource.ts";
import { guardData } from "../../report/guard/guard-data.ts";
import { type GuardReport, guardText } from "../../report/guard/guard-text.ts";
import { goJson } from "../../report/json.ts";
import { type GuardOptions, lifelineOptions } from "../guard/guard-options.ts";
import { provePlan } from "../guard/guard-writes.ts";
import { openGuard } from "../guard/open-guard.ts";
import { useResources } from "../resources/use-input.ts";
import { checkOffline } from "../scenario/open-scenario.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { styleFor } from "../shell/io/print-diagnostics.ts";
import { flag, oneOf } from "../shell/option.ts";
import { DATASTORE_OPTIONS, FACTS_OPTIONS, LIFELINE_OPTIONS, MANIFEST_OPTIONS } from "../shell/shared-options.ts";
import { EXIT } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

/** `guard` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "guard",
  summary: "Prove that applying files cuts no lifeline: ssh, etcd, BGP and what you declare",
  options: {
    output: oneOf("-o, --output <format>", "text or json", ["text", "json"]),
    ...LIFELINE_OPTIONS,
    ...MANIFEST_OPTIONS,
    offline: flag("--offline", "use the files of -f only, as if the datastore were empty"),
    ...FACTS_OPTIONS,
    ...DATASTORE_OPTIONS,
  },
  notes: [
    `The lifelines are those of lifelines.yaml and those that are derived. Every packet of each that passes now must pass after
every single write; without -f it is asked whether they pass now. Nothing is written.`,
  ],
  exits: {
    0: "every lifeline is proved to hold",
    1: "a file or the datastore cannot be read",
    3: "a lifeline is cut, does not hold, or could not be proved",
  },
  examples: [
    {
      line: "calicoctl guard -f policies/",
      shows: "whether `apply -f policies/` would lock you out, and which order would not",
    },
    { line: "calicoctl guard", shows: "which lifelines hold now" },
    {
      line: "calicoctl guard -f policies/ --facts saved/",
      shows: "the same, with the addresses, routes and DNAT that were saved on the nodes",
    },
    { line: "calicoctl guard -f policies/ --without-failsafes", shows: "what would hold without the failsafe ports" },
  ],
});

/** What `guard` proves, and how it prints it. */
export interface GuardCommandOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  readonly guard: GuardOptions;
  readonly output: "text" | "json";
}

/** The options of `guard`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): GuardCommandOptions {
  checkOffline(options);
  const { filename, recursive, output = "text" } = options;
  return { files: filename, recursive, guard: lifelineOptions(options), output };
}

/** `guard [-f]`: what `apply` of the files would do to lifelines; exit code 3 where one is cut, or nothing is proved. */
export function run(options: GuardCommandOptions, context: CommandContext): Promise<number> {
  const { files, recursive } = options;
  const work = (resources: readonly Located[], store: Datastore) => prove(resources, store, options, context);
  const offline = async (resources: readonly Located[], calico: CalicoVersionRules) =>
    work(resources, (await import("../../datastore/resources/memory-datastore.ts")).memoryDatastore(calico));
  if (files.length === 0) return withDatastore(context, (store) => work([], store));
  return useResources(
    { files, recursive, skipEmpty: false },
    {
      purpose: "apply",
      showsVersion: true,
      refusal: "nothing was proved",
      work,
      ...(options.guard.offline && { offline }),
    },
    context,
  );
}

async function prove(
  items: readonly Located[],
  store: Datastore,
  { guard, output }: GuardCommandOptions,
  context: CommandContext,
): Promise<number> {
  const { io } = context;
  const opened = await openGuard(guard, store, context, "nothing was proved");
  if (!opened.ok) return opened.code;
  const plan = {
    items,
    idOf: ({ resource }: Located) => resourceId(resource),
    located: (located: Located) => located,
    write: ({ resource }: Located, dry: Datastore) => dry.apply(resource, { keepUnchanged: true }),
  };
  const { report } = await provePlan(plan, store, guard, opened);
  if (output === "json") io.stdout.writeData(goJson(guardData(report)));
  else {
    io.stdout.write(guardText(report, styleFor(io.stdout), "nothing is written by `guard`"));
    for (const policy of report.answer.bridge ?? report.answer.keep ?? []) io.stdout.write(`---\n${goYaml(policy)}`);
  }
  return isMet(report) ? EXIT.ok : EXIT.unmet;
}

function isMet({ answer, writes }: GuardReport): boolean {
  return answer.proof.kind === "safe" && (writes.length > 0 || answer.brokenBefore.length === 0);
}
