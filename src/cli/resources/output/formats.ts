import { fileReason } from "../../../files/file-reason.ts";
import { MAX_SETTING_MEBIBYTES, textOfFile } from "../../../files/read-text.ts";
import type { Column } from "../../../model/kinds/columns.ts";
import type { KindInfo } from "../../../model/kinds/kind.ts";
import { columnsIn } from "../../../model/kinds/kinds.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import { UsageError } from "../../shell/usage.ts";

/** How `get` shows resources. */
export type Format =
  | { readonly kind: "table"; readonly wide: boolean }
  | { readonly kind: "columns"; readonly headings: readonly string[] }
  | { readonly kind: "template"; readonly source: string }
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
  { name: "custom-columns=", value: "COLUMN,...", read: customColumns },
  { name: "go-template=", value: "TEMPLATE", read: template },
  { name: "go-template-file=", value: "FILE", read: templateFile },
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

function customColumns(value: string): Format {
  const headings = value.split(",").filter((heading) => heading !== "");
  if (headings.length === 0) throw new UsageError("custom-columns needs at least one column");
  return { kind: "columns", headings };
}

async function templateFile(file: string): Promise<Format> {
  if (file === "") throw new UsageError("go-template-file needs a file");
  return template(textOf(file));
}

function textOf(file: string): string {
  try {
    return textOfFile(file, { mebibytes: MAX_SETTING_MEBIBYTES });
  } catch (error) {
    throw new UsageError(`cannot read template \`${file}\`: ${fileReason(error)}`);
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
