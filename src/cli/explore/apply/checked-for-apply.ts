import { parseManifests } from "../../../manifest/parse-manifests.ts";
import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { displayId, type Located, resourceId } from "../../../model/resource.ts";
import { withoutStoreFields } from "../../../web/engine/editing/manifest-list.ts";
import { checkInput } from "../../resources/input.ts";

/**
 * Resources as `apply -f -` takes them from the YAML that the page exports of them, with the places of the texts that they were
 * edited in; and what it would refuse.
 */
export async function checkedForApply(
  resources: readonly Located[],
  calico: CalicoVersionRules,
): Promise<{ readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (resources.length === 0) return { resources, diagnostics: [] };
  const text = resources.map(({ resource }) => goYaml(withoutStoreFields(resource))).join("---\n");
  const parsed = { manifests: parseManifests([{ name: "change.yaml", text }]), diagnostics: [], sources: [] };
  const checked = await checkInput(parsed, calico, { purpose: "apply", namespace: undefined });
  const edited = new Map(resources.map((located) => [displayId(resourceId(located.resource)), located]));
  return {
    resources: checked.resources.map(({ resource, locate }) => {
      const place = edited.get(displayId(resourceId(resource)));
      return {
        resource,
        locate: place?.locate ?? locate,
        ...(place?.source !== undefined && { source: place.source }),
      };
    }),
    diagnostics: checked.diagnostics.map(({ span: _, ...diagnostic }) => diagnostic),
  };
}
