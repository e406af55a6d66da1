import type { Column } from "../../../model/kinds/columns.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { columnsIn } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { readFault, textOfFile } from "../../shell/io/files.ts";
import { UsageError } from "../../shell/usage.ts";

/** How `get` shows resources. */
export type Format =
  | { readonly kind: "table"; readonly wide: boolean }
  | { readonly kind: "columns"; readonly headings: readonly string[] }
  | { readonly kind: "template"; readonly source: string }
  | { readonly kind: "yaml" | "json" | "name" };

const CUSTOM = "custom-columns=";
const TEMPLATE = "go-template=";
const TEMPLATE_FILE = "go-template-file=";

/** The format that `-o` names; wrong usage for any other, for a template that is none, and for a file that cannot be read. */
export async function formatOf(output: string): Promise<Format> {
  if (output === "ps" || output === "wide") return { kind: "table", wide: output === "wide" };
  if (output === "yaml" || output === "json" || output === "name") return { kind: output };
  if (output.startsWith(CUSTOM)) {
    const headings = output
      .slice(CUSTOM.length)
      .split(",")
      .filter((heading) => heading !== "");
    if (headings.length === 0) throw new UsageError("custom-columns needs at least one column");
    return { kind: "columns", headings };
  }
  if (output.startsWith(TEMPLATE)) return template(output.slice(TEMPLATE.length));
  if (output.startsWith(TEMPLATE_FILE)) {
    const file = output.slice(TEMPLATE_FILE.length);
    if (file === "") throw new UsageError("go-template-file needs a file");
    return template(textOf(file));
  }
  const formats = "ps, wide, yaml, json, name, custom-columns=COLUMN,..., go-template=..., go-template-file=FILE";
  throw new UsageError(`unknown output \`${output}\``, `get prints ${formats}`);
}

function textOf(file: string): string {
  try {
    return textOfFile(file);
  } catch (error) {
    throw new UsageError(`cannot read template \`${file}\`: ${readFault(error)}`);
  }
}

async function template(source: string): Promise<Format> {
  if (source === "") throw new UsageError("go-template needs a template");
  const { templateFault } = await import("../../../go-template/go-template.ts");
  const fault = templateFault(source);
  if (fault !== undefined) throw new UsageError(`template:${fault}`);
  return { kind: "template", source };
}

/** The columns a table of this kind shows in that version, or in any; wrong usage for one the kind does not have. */
export function columnsOf(info: KindInfo, format: Format, calico: CalicoVersionRules | undefined): readonly Column[] {
  const columns = columnsIn(info, calico);
  if (format.kind === "table")
    return columns.filter(({ only }) => only === undefined || (only === "wide" && format.wide));
  if (format.kind !== "columns") return [];
  return format.headings.map((heading) => {
    const column = columns.find((candidate) => candidate.heading === heading);
    if (column !== undefined) return column;
    const known = columns.map((candidate) => candidate.heading).join(", ");
    throw new UsageError(`${info.kind} has no column \`${heading}\``, `its columns: ${known}`);
  });
}
