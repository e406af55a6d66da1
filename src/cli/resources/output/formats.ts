import { fileReason } from "../../../files/file-reason.ts";
import { MAX_SETTING_MEBIBYTES, textOfFile } from "../../../files/read-text.ts";
import type { Column } from "../../../model/kinds/columns.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { columnsIn } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { UsageError } from "../../shell/usage.ts";
import { type CustomColumn, columnsOfFile, customColumns } from "./custom-columns.ts";

/** How `get` shows resources. */
export type Format =
  | { readonly kind: "table"; readonly wide: boolean }
  | { readonly kind: "columns"; readonly columns: readonly CustomColumn[] }
  | { readonly kind: "template" | "jsonpath"; readonly source: string }
  | { readonly kind: "yaml" | "json" | "name" };

/** One format that `-o` names. */
interface NamedFormat {
  /** What is typed; one with a value ends in `=`. */
  readonly name: string;
  /** Another word for it, which is not shown. */
  readonly alias?: string;
  /** What stands for the value in help and messages; absent where there is none. */
  readonly value?: string;
  readonly read: (value: string) => Format | Promise<Format>;
}

const FORMATS: readonly NamedFormat[] = [
  { name: "ps", read: () => ({ kind: "table", wide: false }) },
  { name: "wide", read: () => ({ kind: "table", wide: true }) },
  { name: "yaml", alias: "yml", read: () => ({ kind: "yaml" }) },
  { name: "json", read: () => ({ kind: "json" }) },
  { name: "name", read: () => ({ kind: "name" }) },
  {
    name: "custom-columns=",
    value: "COLUMN,...",
    read: (value) => ({ kind: "columns", columns: customColumns(value) }),
  },
  {
    name: "custom-columns-file=",
    value: "FILE",
    read: (file) => ({ kind: "columns", columns: columnsOfFile(fileText("custom-columns-file", file)) }),
  },
  { name: "go-template=", value: "TEMPLATE", read: template },
  { name: "go-template-file=", value: "FILE", read: (file) => template(fileText("go-template-file", file)) },
  { name: "jsonpath=", value: "TEMPLATE", read: jsonPath },
  { name: "jsonpath-file=", value: "FILE", read: (file) => jsonPath(fileText("jsonpath-file", file)) },
];

/** What can be typed for each format, for completion. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** The formats as help and messages show them: `custom-columns=COLUMN,...`. */
export const FORMATS_SHOWN: readonly string[] = FORMATS.map(({ name, value = "" }) => `${name}${value}`);

/** The format that `-o` names; wrong usage for any other, for a template that is none, and for a file that cannot be read. */
export async function formatOf(output: string): Promise<Format> {
  const format = FORMATS.find(({ name, alias, value }) =>
    value === undefined ? output === name || output === alias : output.startsWith(name),
  );
  if (format === undefined) {
    throw new UsageError(`unknown output \`${output}\``, `get prints ${FORMATS_SHOWN.join(", ")}`);
  }
  return format.read(output.slice(format.name.length));
}

function fileText(format: string, file: string): string {
  if (file === "") throw new UsageError(`${format} needs a file`);
  try {
    return textOfFile(file, { mebibytes: MAX_SETTING_MEBIBYTES });
  } catch (error) {
    throw new UsageError(`cannot read template \`${file}\`: ${fileReason(error)}`);
  }
}

async function jsonPath(source: string): Promise<Format> {
  if (source === "") throw new UsageError("jsonpath needs a template");
  const { jsonPathFault } = await import("../../../json-path/json-path.ts");
  const fault = jsonPathFault(source);
  if (fault !== undefined) throw new UsageError(`jsonpath: ${fault}`);
  if (source.includes("{")) return { kind: "jsonpath", source };
  throw new UsageError(
    "this jsonpath has no braces, so that it would only print itself",
    `write it with braces: -o jsonpath='{${source.startsWith(".") ? "" : "."}${source.trim()}}'`,
  );
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
  return format.columns.map(({ heading, cell }) => {
    const column = cell === undefined ? columns.find((candidate) => candidate.heading === heading) : { heading, cell };
    if (column !== undefined) return column;
    const known = columns.map((candidate) => candidate.heading).join(", ");
    throw new UsageError(`${info.kind} has no column \`${heading}\``, `its columns: ${known}`);
  });
}
