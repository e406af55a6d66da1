import type { FieldPath } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";

/** Reports what is not an interface name or pattern; `takesAny`: whether `*` alone is one. */
export function checkInterface(
  name: string,
  path: FieldPath,
  report: Report,
  { takesAny }: { readonly takesAny: boolean },
): void {
  if (/^[\w.*-]{1,15}$/.test(name) && (takesAny || name !== "*")) return;
  report({ code: "interface.invalid", message: `\`${name}\` is not an interface name or pattern`, path });
}
