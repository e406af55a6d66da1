import type { Datastore } from "../../datastore/datastore.ts";
import { allKinds, kindNamed, kindsInWriteOrder } from "../../model/kinds/kinds.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import { goYaml } from "../resources/output/yaml.ts";
import { selection } from "../resources/selection.ts";
import { unreadableWarnings } from "../resources/stored-resources.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { warningLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { DATASTORE_OPTIONS } from "../shell/shared-options.ts";
import { EXIT, UsageError } from "../shell/usage.ts";
import { withDatastore } from "../shell/with-datastore.ts";

/** `export` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "export",
  summary: "Print the whole store as manifests",
  arguments: [{ syntax: "[kinds]", help: "only these kinds, hep or hep,gnp", completes: "kinds" }],
  options: DATASTORE_OPTIONS,
  examples: [
    {
      line: "calicoctl export > store.yaml",
      shows: "everything; `calicoctl import -f store.yaml` writes it to another store",
    },
    { line: "calicoctl export hep,gnp", shows: "host endpoints and global policies only" },
  ],
});

/** The kinds that `export` prints, as one word; absent: all. */
export interface ExportOptions {
  readonly kinds: string | undefined;
}

/** The options of `export`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [kinds] }: Line): ExportOptions {
  return { kinds };
}

/**
 * `export [KIND,...]`: the whole store (or those kinds of it), all namespaces, as plain manifests: YAML documents in
 * the order in which `apply` and `import` can take them back. What Calico itself writes is left out, with a warning.
 */
export async function run({ kinds: word }: ExportOptions, context: CommandContext): Promise<number> {
  const chosen = word === undefined ? undefined : selection([word], context);
  if (chosen?.kind === "targets") throw new UsageError("export takes kinds, not names");
  return withDatastore(context, async (store) => {
    const chosenKinds = new Set(
      (chosen && !chosen.all ? chosen.infos : allKinds(store.calico)).map(({ kind }) => kind),
    );
    const kinds = kindsInWriteOrder().flatMap(({ kind }) => (chosenKinds.has(kind) ? [kind] : []));
    let first = true;
    for (const kind of kinds) {
      for (const resource of await plainResources(kind, store, context)) {
        context.io.stdout.write(`${first ? "" : "---\n"}${goYaml(resource)}`);
        first = false;
      }
    }
    const left = [...chosenKinds].filter((kind) => !kinds.includes(kind));
    if (chosen !== undefined && left.length > 0) {
      context.io.stderr.write(warningLine(`${left.join(", ")} is left out: Calico itself writes it`));
    }
    return EXIT.ok;
  });
}

/** The resources of a kind without the fields of one cluster; prints a warning for each that is left out. */
async function plainResources(kind: string, store: Datastore, { io, namespace }: CommandContext): Promise<Resource[]> {
  const namespaced = kindNamed(kind)?.namespaced ?? false;
  const { items, unreadable } = await store.list(kind, namespaced && namespace !== undefined ? { namespace } : {});
  printDiagnostics(unreadableWarnings(unreadable), [], io);
  return items.flatMap((resource) => {
    if (isCalicos(resource)) {
      io.stderr.write(warningLine(`${displayId(resourceId(resource))} is left out: Calico itself writes it`));
      return [];
    }
    const { uid, resourceVersion, creationTimestamp, generation, ...metadata } = resource.metadata;
    return [{ ...resource, metadata }];
  });
}

/** Policies that stand for Kubernetes' own, and the profile that is always there, cannot be applied. */
function isCalicos({ kind, metadata: { name, uid } }: Resource): boolean {
  return (kind === "NetworkPolicy" && name.startsWith("knp.default.")) || (kind === "Profile" && uid === undefined);
}
