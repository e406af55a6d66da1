import { readManifests } from "../../manifest/manifests.ts";
import { readV1 } from "../../manifest/v1/read.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { displayId, type Located, type Resource, resourceId } from "../../model/resource.ts";
import type { VersionProfile } from "../../model/version.ts";
import { goJson } from "../../report/json.ts";
import type { Common } from "../common.ts";
import { filenames, noResources } from "../input.ts";
import { reportDiagnostics, summary } from "../output/report.ts";
import { goYaml } from "../resources/output/yaml.ts";
import { readSources } from "../sources.ts";
import { EXIT, UsageError } from "../usage.ts";

/**
 * `convert`: manifests of the early API (`apiVersion: v1`) as those of today, on standard output; what is of today's
 * already comes out as it is. Nothing is printed but the findings when anything cannot be converted.
 */
export async function run(
  common: Common,
  _: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const output = (options.output ?? "yaml") as string;
  if (output !== "yaml" && output !== "json") {
    throw new UsageError(`unknown output \`${output}\``, "convert prints yaml or json");
  }
  const { io, profile } = common;
  const ignoreValidation = options.ignoreValidation === true;
  const names = filenames(options);
  const { sources, diagnostics: unread } = readSources(names, { recursive: options.recursive === true }, io);
  const { resources: read, diagnostics: found } = readManifests(sources, {
    profile,
    purpose: "validate",
    early: (candidate) => readV1(candidate, { profile, ignoreValidation }),
  });
  const diagnostics = [...unread, ...found, ...taken(read)];
  if (read.length === 0 && !hasErrors(diagnostics)) diagnostics.push(noResources(names));
  reportDiagnostics(diagnostics, sources, io);
  if (hasErrors(diagnostics)) {
    io.stderr.write(`${summary(diagnostics, read)}; nothing was converted\n`);
    return EXIT.failed;
  }
  const resources = read.map(({ resource }) => shown(resource, profile));
  const value = resources.length === 1 ? resources[0] : resources;
  io.stdout.write(output === "json" ? goJson(value) : goYaml(value));
  return EXIT.ok;
}

/** Different names of the early API may become one; the second resource would replace the first. */
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
    const help = "two names become the same one; change one of them";
    return [
      {
        severity: "error",
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

/** With what v3.9.5 prints of a resource that no datastore holds: `creationTimestamp: null`, and both sides of rules. */
function shown(resource: Resource, { version }: VersionProfile): Resource {
  const { name, ...rest } = resource.metadata;
  const metadata = { name, ...(version === "v3.7" && { creationTimestamp: null }), ...rest };
  const { spec } = resource;
  if (spec === undefined) return { ...resource, metadata };
  const sides = ["ingress", "egress"].flatMap((field) => {
    const rules = spec[field];
    return Array.isArray(rules)
      ? [[field, rules.map((rule: object) => ({ ...rule, ...bothSides(rule) }))] as const]
      : [];
  });
  return { ...resource, metadata, spec: { ...spec, ...Object.fromEntries(sides) } };
}

function bothSides(rule: object): object {
  const { source = {}, destination = {} } = rule as { source?: object; destination?: object };
  return { source, destination };
}
