import { encodeValue } from "../../datastore/values/encode-json.ts";
import { ORDER } from "../../generated/order.ts";
import { readObject } from "../../kubernetes/read-object.ts";
import { readManifests } from "../../manifest/manifests.ts";
import { noResources } from "../../manifest/parse-manifests.ts";
import { convertV1 } from "../../manifest/v1/convert.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { objectOrEmpty } from "../../model/json.ts";
import { type CalicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { goJson } from "../../report/json.ts";
import { filenames } from "../resources/input.ts";
import { goYaml } from "../resources/output/yaml/go-yaml.ts";
import { declare, type Line } from "../shell/command.ts";
import { type CommandContext, versionWithoutStore } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { readSources } from "../shell/io/sources.ts";
import { flag, oneOf } from "../shell/option.ts";
import { MANIFEST_OPTIONS, notCalicoctl } from "../shell/shared-options.ts";
import { EXIT } from "../shell/usage.ts";

/** `convert` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "convert",
  summary: "Convert v1 manifests to projectcalico.org/v3",
  calicoctl: "v3.7",
  options: {
    ...MANIFEST_OPTIONS,
    recursive: notCalicoctl(MANIFEST_OPTIONS.recursive),
    output: oneOf("-o, --output <format>", "yaml (the default) or json", ["yaml", "yml", "json"], {
      calicoctl: "v3.7",
    }),
    ignoreValidation: flag("--ignore-validation", "also convert what today's rules refuse; only warn of it", {
      calicoctl: "v3.7",
    }),
  },
  examples: [
    { line: "calicoctl convert -f old.yaml > new.yaml", shows: "prints nothing unless everything can be converted" },
  ],
});

/** What `convert` reads, and how it prints it. */
export interface ConvertOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  readonly output: "yaml" | "json";
  readonly ignoreValidation: boolean;
}

/** The options of `convert`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): ConvertOptions {
  const { recursive, output, ignoreValidation } = options;
  return { files: filenames(options), recursive, output: output === "json" ? "json" : "yaml", ignoreValidation };
}

/**
 * `convert`: manifests of the early API (`apiVersion: v1`) and objects of Kubernetes that Calico reads as
 * projectcalico.org/v3, on standard output; manifests of projectcalico.org/v3 stay as they are. When anything cannot be converted, only the findings are printed.
 */
export async function run(options: ConvertOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const calico = versionWithoutStore(context);
  const { files: names, recursive, output, ignoreValidation } = options;
  const { sources, diagnostics: unread } = readSources(names, { recursive }, io);
  const { resources: read, diagnostics: problems } = readManifests(sources, {
    calico,
    purpose: ignoreValidation ? "simulate" : "validate",
    convert: (candidate) =>
      readObject(candidate.value, calico, context.namespace ?? "default") ??
      convertV1(candidate, { calico, ignoreValidation }),
    passesOver: true,
  });
  const diagnostics = [...unread, ...problems, ...taken(read)];
  const empty = sources.length > 0 && sources.every(({ text }) => text === "" || text.trim() === "[]");
  if (read.length === 0 && !hasErrors(diagnostics))
    diagnostics.push({ ...noResources(names), severity: empty ? "warning" : "error" });
  printDiagnostics(diagnostics, sources, io);
  if (hasErrors(diagnostics)) {
    io.stderr.write(`${errorSummary(diagnostics, read)}; nothing was converted\n`);
    return EXIT.failed;
  }
  const resources = read.map(({ resource }) => shown(resource, calico));
  // Of an empty file or list calicoctl prints the list that it has not begun.
  const value = empty ? null : resources.length === 1 ? resources[0] : resources;
  io.stdout.writeData(output === "json" ? goJson(value) : goYaml(value));
  return EXIT.ok;
}

/** Pods of several namespaces may become one endpoint, as namespaces are left out; applied, the last replaces the others. */
function taken(resources: readonly Located[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return resources.flatMap(({ resource, locate }): Diagnostic[] => {
    const name = displayId(resourceId(resource));
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const span = locate(["metadata", "name"]);
    const message = `${name} is there already`;
    const help = "`apply` stores only the last of them; change a name, or add the namespaces";
    return [
      {
        severity: "warning",
        code: "convert.name-taken",
        message,
        help,
        resource: name,
        path: "metadata.name",
        ...(span && { span }),
      },
    ];
  });
}

/**
 * As v3.9.5 prints a resource that no datastore holds: with `creationTimestamp: null`, and with the fields that are written
 * though they are empty, as in what that version stores (`selector: ""`, both sides of rules).
 */
function shown(resource: Resource, { nullCreationTimestamp }: CalicoVersionRules): Resource {
  const { name, ...rest } = resource.metadata;
  const metadata = { name, ...(nullCreationTimestamp && { creationTimestamp: null }), ...rest };
  const written: unknown = JSON.parse(encodeValue(resource, ORDER[resource.kind], DEFAULT_CALICO.version));
  return { ...resource, ...objectOrEmpty(written), metadata };
}
