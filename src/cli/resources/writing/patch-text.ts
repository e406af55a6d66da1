import { parseDocument } from "../../../manifest/yaml/document.ts";
import { splitDocuments, textOf } from "../../../manifest/yaml/split.ts";
import { hasErrors } from "../../../model/diagnostic.ts";
import { isJson } from "../../../model/json.ts";

/** The text of a patch as JSON, where it is YAML; text that is neither as it is, which applying it will refuse. */
export function patchAsJson(written: string): string {
  if (isJson(written)) return written;
  const text = textOf(written);
  const { pieces } = splitDocuments(text);
  const [piece] = pieces;
  if (piece === undefined || pieces.length > 1) return written;
  const { value, diagnostics } = parseDocument("patch", piece, "spec");
  const isPatch = typeof value === "object" && value !== null && !hasErrors(diagnostics);
  return isPatch ? JSON.stringify(value) : written;
}
