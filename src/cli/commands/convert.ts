import { readObject, readServiceObject } from "../../kubernetes/read-object.ts";
import type { Candidate } from "../../manifest/candidates.ts";
import { checkManifests } from "../../manifest/check-manifests.ts";
import { otherApi } from "../../manifest/foreign/other-api.ts";
import { noResources, parseManifests } from "../../manifest/parse-manifests.ts";
import { convertV1 } from "../../manifest/v1/convert.ts";
import { goYaml } from "../../manifest/yaml/writer/go-yaml.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { STORED_API } from "../../model/kinds/kubernetes-kinds.ts";
import { API_VERSION, displayId, type Located, resourceId } from "../../model/resource.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import { goJson } from "../../report/json.ts";
import { CONVERTED_APIS, type ConvertedApi, convertedTo } from "../resources/convert-output.ts";
import { versionOfFiles } from "../resources/files-version.ts";
import { filenames } from "../resources/input.ts";
import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { readSources } from "../shell/io/sources.ts";
import { flag, oneOf } from "../shell/option.ts";
import { FILE_ARGUMENTS, MANIFEST_OPTIONS, notCalicoctl } from "../shell/shared-options.ts";
import { EXIT } from "../shell/usage.ts";

/** `convert` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "convert",
  summary: "Convert v1 manifests and objects of Kubernetes to projectcalico.org/v3",
  calicoctl: "v3.7",
  arguments: FILE_ARGUMENTS,
  takesFiles: "words or a pipe",
  options: {
    ...MANIFEST_OPTIONS,
    recursive: notCalicoctl(MANIFEST_OPTIONS.recursive),
    output: oneOf("-o, --output <format>", "yaml (the default) or json", ["yaml", "yml", "json"], {
      calicoctl: "v3.7",
    }),
    ignoreValidation: flag("--ignore-validation", "also convert what today's rules refuse; only warn of it", {
      calicoctl: "v3.7",
    }),
    outputVersion: oneOf(
      "--output-version <api>",
      `${API_VERSION} (the default), or ${STORED_API}, as which Kubernetes stores it`,
      CONVERTED_APIS,
    ),
  },
  exits: { 1: "something cannot be converted; nothing is printed" },
  examples: [
    { line: "calicoctl convert -f old.yaml > new.yaml", shows: "prints nothing unless everything can be converted" },
    {
      line: "calicoctl convert -f policies/ --output-version crd.projectcalico.org/v1 | kubectl apply -f -",
      shows: "for a cluster that serves no projectcalico.org/v3",
    },
  ],
});

/** What `convert` reads, and how it prints it. */
export interface ConvertOptions {
  readonly files: readonly string[];
  readonly recursive: boolean;
  readonly output: "yaml" | "json";
  readonly ignoreValidation: boolean;
  /** The API of what is printed. */
  readonly api: ConvertedApi;
}

/** The options of `convert`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ options }: Line<typeof declaration.options>): ConvertOptions {
  const { recursive, ignoreValidation, outputVersion: api = API_VERSION } = options;
  const output = options.output === "json" ? "json" : "yaml";
  return { files: filenames(options), recursive, output, ignoreValidation, api };
}

/**
 * `convert`: manifests of the early API (`apiVersion: v1`) and objects of Kubernetes that Calico reads as
 * projectcalico.org/v3, or as the objects that Kubernetes stores, on standard output; manifests of projectcalico.org/v3 stay as
 * they are. When anything cannot be converted, only the findings are printed.
 */
export async function run(options: ConvertOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const { files: names, recursive, output, ignoreValidation, api } = options;
  const { sources, diagnostics: unread } = readSources(names, { recursive }, io);
  const manifests = parseManifests(sources);
  const { calico, notes: ofVersion } = await versionOfFiles(
    manifests,
    context,
    api === STORED_API ? "always" : "of Kubernetes",
  );
  const { resources: read, diagnostics: problems } = checkManifests(manifests, {
    calico,
    purpose: ignoreValidation ? "simulate" : "validate",
    convert: (candidate) =>
      readObject(candidate.value, calico, context.namespace ?? "default") ??
      readServiceObject(candidate.value) ??
      (isKubernetes(candidate) ? undefined : convertV1(candidate, { calico, ignoreValidation })),
    passesOver: true,
  });
  const diagnostics = [...unread, ...ofVersion, ...problems, ...taken(read)];
  const empty = sources.length > 0 && sources.every(({ text }) => text === "" || text.trim() === "[]");
  if (read.length === 0 && !hasErrors(diagnostics))
    diagnostics.push({ ...noResources(names), severity: empty ? "warning" : "error" });
  const { objects, notes } = convertedTo(api, hasErrors(diagnostics) ? [] : read, calico);
  printDiagnostics([...diagnostics, ...notes], sources, io);
  if (hasErrors(diagnostics)) {
    io.stderr.write(`${errorSummary(diagnostics, read)}; nothing was converted\n`);
    return EXIT.failed;
  }
  if (api === STORED_API) {
    const list = { apiVersion: "v1", kind: "List", items: objects };
    io.stdout.writeData(output === "json" ? goJson(list) : objects.map((object) => goYaml(object)).join("---\n"));
    return EXIT.ok;
  }
  // Of an empty file or list calicoctl prints the list that it has not begun.
  const value = empty ? null : objects.length === 1 ? objects[0] : objects;
  io.stdout.writeData(output === "json" ? goJson(value) : goYaml(value));
  return EXIT.ok;
}

/** Whether it is of Kubernetes' core API, whose `v1` is that of the early API, too. */
function isKubernetes({ kind = "", apiVersion }: Candidate): boolean {
  return otherApi(kind, apiVersion) === "kubernetes";
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
