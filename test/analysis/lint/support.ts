import { lint } from "../../../src/analysis/lint/lint.ts";
import type { CalicoVersion } from "../../../src/model/kinds/version.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { worldOf } from "../../policy/support.ts";

/** The findings on resources, each as `severity code resource path`. */
export function found(
  resources: readonly Resource[],
  { isWhole = true, version }: { readonly isWhole?: boolean; readonly version?: CalicoVersion } = {},
): readonly string[] {
  return lint(worldOf(resources, version), { isWhole }).map(
    ({ severity, code, resource, path }) => `${severity} ${code} ${resource} ${path}`,
  );
}
