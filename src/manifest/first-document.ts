import type { Diagnostic } from "../model/diagnostic.ts";
import { parseDocument } from "./yaml/document.ts";
import { splitDocuments } from "./yaml/split.ts";
import { firstProperty } from "./yaml/tokens.ts";

/** What is wrong with a text, without a word of it (it may hold a password): the place, and what stands there. */
export class UnreadableText extends Error {
  readonly place: { readonly line: number; readonly column: number } | undefined;
  /** The key at that place, or before it on its line, which the caller shows only if it knows it. */
  readonly key: string | undefined;

  constructor(message: string, text: string, place: UnreadableText["place"]) {
    super(message);
    this.place = place;
    const line = text.split("\n")[(place?.line ?? 0) - 1] ?? "";
    const column = (place?.column ?? 1) - 1;
    const own = /^["']?([A-Za-z0-9]+)["']?\s*:/.exec(line.slice(column));
    this.key = (own ?? /(?:^|[\s{,])["']?([A-Za-z0-9]+)["']?\s*:\s*$/.exec(line.slice(0, column)))?.[1];
  }
}

/** What the sign of a property means. */
const PROPERTIES: Readonly<Record<string, string>> = {
  "!": "`!` begins a tag of YAML here, not a value",
  "&": "`&` begins an anchor of YAML here, not a value",
  "*": "`*` begins an alias of YAML here, not a value",
};

/**
 * The value of a text's first document, read as Go reads it: of a settings file calicoctl reads no other. Throws
 * `UnreadableText` where it cannot be read, has a key twice, as calicoctl of v3.32 does, or a tag, an anchor or an alias: of a
 * password that begins with their signs only a part would be left.
 */
export function firstDocument(text: string): unknown {
  const [first] = splitDocuments(text).pieces;
  if (first === undefined) return undefined;
  const { value, diagnostics, places } = parseDocument("", first, "CalicoAPIConfig");
  const lines = "\n".repeat(first.line) + first.text;
  const property = firstProperty(first.text);
  if (property !== undefined)
    throw new UnreadableText(PROPERTIES[property.sign] ?? OTHER, lines, places.span(property.at, property.at).start);
  const fault = diagnostics.find(({ severity, code }) => severity === "error" || code === DUPLICATE);
  if (fault !== undefined) throw new UnreadableText(messageOf(fault), lines, fault.span?.start);
  return value;
}

const DUPLICATE = "yaml.duplicate-key";
const OTHER = "neither YAML nor JSON";

const messageOf = ({ code }: Diagnostic): string => (code === DUPLICATE ? "a field is given twice" : OTHER);
