import { pathOf, selectedValues } from "../../../json-path/json-path.ts";
import { printed } from "../../../json-path/printed.ts";
import { JsonPathError, type Path } from "../../../json-path/syntax.ts";
import { isObject } from "../../../model/json.ts";
import type { Column } from "../../../model/kinds/columns.ts";
import { UsageError } from "../../shell/usage.ts";

/** A column of `custom-columns`: one of the kind's own by its heading, or with a cell of its own. */
export interface CustomColumn {
  readonly heading: string;
  readonly cell?: Column["cell"];
}

/** `NAME,NODE` as calicoctl has it, `NAME:.metadata.name,NODE:.spec.node` as kubectl does, or a mixture. */
export function customColumns(value: string): readonly CustomColumn[] {
  // Commas in brackets belong to a path.
  const parts = value.split(/,(?![^[]*\])/).filter((part) => part !== "");
  if (parts.length === 0) throw new UsageError("custom-columns needs at least one column");
  return parts.map(columnNamed);
}

function columnNamed(part: string): CustomColumn {
  const colon = part.indexOf(":");
  if (colon < 0) return { heading: part };
  return columnOfPath(part.slice(0, colon), part.slice(colon + 1));
}

/** The columns of a file as kubectl has it: a line of headings, below it a line of paths, with blanks between. */
export function columnsOfFile(text: string): readonly CustomColumn[] {
  const [headings = [], paths = []] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/));
  if (headings.length === 0 || headings.length !== paths.length) {
    throw new UsageError(
      `custom-columns-file has ${headings.length} headings and ${paths.length} paths`,
      "its first line has the headings, its second one a path for each, such as .metadata.name",
    );
  }
  return headings.map((heading, at) => columnOfPath(heading, paths[at] ?? ""));
}

function columnOfPath(heading: string, path: string): CustomColumn {
  const steps = pathArgument("custom-columns", path);
  return {
    heading,
    cell: (resource) => {
      const values = valuesAt(steps, resource);
      return values.length === 0 ? "<none>" : values.map(columnText).join(",");
    },
  };
}

/** A path of the command line, such as `.metadata.name`; wrong usage for one that is none. */
export function pathArgument(option: string, text: string): Path {
  try {
    return pathOf(text);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw new UsageError(`invalid path \`${text}\` of ${option}: ${error.message}`, "such as .metadata.name");
  }
}

/** What a path selects of a resource; nothing where they disagree (an index that the list does not have). */
export function valuesAt(path: Path, resource: unknown): readonly unknown[] {
  try {
    return selectedValues(path, resource);
  } catch (error) {
    if (error instanceof JsonPathError) return [];
    throw error;
  }
}

/** A value in a column as kubectl v1.32 prints it: `[a b]` for a list, `map[a:b c:d]` for an object, `<nil>` for null. */
function columnText(value: unknown): string {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(columnText).join(" ")}]`;
  if (!isObject(value)) return printed(value);
  const names = Object.keys(value).sort();
  return `map[${names.map((name) => `${name}:${columnText(value[name])}`).join(" ")}]`;
}
