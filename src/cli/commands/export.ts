import type { Datastore } from "../../datastore/datastore.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { allKinds, kindNamed, kindsInWriteOrder } from "../../model/kinds/kinds.ts";
import { displayId, type Resource, resourceId } from "../../model/resource.ts";
import { selection } from "../resources/selection.ts";
import { storedValueFindings } from "../resources/stored-resources.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
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
  exits: { 1: "something that is stored cannot be read; it is left out" },
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
    const infos = chosen && !chosen.all ? chosen.infos : allKinds(store.calico);
    const chosenKinds = new Set(infos.map(({ kind }) => kind));
    const { derivedKinds = [] } = store;
    const isPrinted = (kind: string) => chosenKinds.has(kind) && !derivedKinds.includes(kind);
    const kinds = kindsInWriteOrder().flatMap(({ kind }) => (isPrinted(kind) ? [kind] : []));
    const derived = derivedKinds.filter((kind) => chosenKinds.has(kind));
    const notWritten = [...chosenKinds].filter((kind) => !kinds.includes(kind) && !derived.includes(kind));
    printDiagnostics(derived.map(standsFor), [], context.io);
    let isFirst = true;
    let isComplete = true;
    for (const kind of kinds) {
      const { resources, diagnostics } = await plainResources(kind, store, context);
      printDiagnostics(diagnostics, [], context.io);
      isComplete &&= !hasErrors(diagnostics);
      for (const resource of resources) {
        context.io.stdout.writeData(`${isFirst ? "" : "---\n"}${goYaml(resource)}`);
        isFirst = false;
      }
    }
    if (chosen !== undefined) printDiagnostics(notWritten.map(leftOut), [], context.io);
    return isComplete ? EXIT.ok : EXIT.failed;
  });
}

/** The resources of a kind without the fields of one cluster, and a warning for each that is left out. */
async function plainResources(
  kind: string,
  store: Datastore,
  { namespace }: CommandContext,
): Promise<{ readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] }> {
  const isNamespaced = kindNamed(kind)?.namespaced ?? false;
  const { items, ...odd } = await store.list(kind, isNamespaced && namespace !== undefined ? { namespace } : {});
  const calicos = items.filter(isCalicos).map((resource) => leftOut(displayId(resourceId(resource))));
  const resources = items.flatMap((resource) => {
    if (isCalicos(resource)) return [];
    const { uid, resourceVersion, creationTimestamp, generation, ...metadata } = resource.metadata;
    return [{ ...resource, metadata }];
  });
  return { resources, diagnostics: [...storedValueFindings(odd), ...calicos] };
}

/** The warning that `export` does not print a resource or a kind. */
function leftOut(name: string): Diagnostic {
  return { severity: "warning", code: "export.left-out", message: `${name} is left out: Calico itself writes it` };
}

/** The warning that a kind is not printed because objects of the cluster stand for its resources. */
function standsFor(kind: string): Diagnostic {
  const message = `${kind} is left out: objects of Kubernetes stand for it`;
  return { severity: "warning", code: "export.left-out", message };
}

/** Policies that stand for Kubernetes' own, and the profile that is always there, cannot be applied. */
function isCalicos({ kind, metadata: { name, uid } }: Resource): boolean {
  return (kind === "NetworkPolicy" && name.startsWith("knp.default.")) || (kind === "Profile" && uid === undefined);
}
