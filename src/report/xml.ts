import { printable } from "../model/printable.ts";

/** Attributes of an element, in the order in which they are written. */
export type Attributes = Readonly<Record<string, string | number>>;

/** A whole document with this root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An element whose children are elements on lines of their own, or one text of `xmlText`. */
export function element(name: string, attributes: Attributes, children: readonly string[], indent: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(printable(String(value)))}"`);
  const open = `${indent}<${name}${list.join("")}`;
  if (children.length === 0) return `${open}/>`;
  const isText = !children[0]?.trimStart().startsWith("<");
  return isText ? `${open}>${children.join("")}</${name}>` : `${open}>\n${children.join("\n")}\n${indent}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  ":": "&#58;",
  "#": "&#35;",
};

/** What XML has for itself, and what GitHub's runner would take for a command in a log. */
const ESCAPED = /[&<>"]|(?<=^[^\S\n]*):(?=:)|#(?=#\[)/gm;

/** Text as XML 1.0 may hold it: lines stay, other control characters and noncharacters are shown as escapes. */
export function xmlText(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line).replace(/[\uFFFE\uFFFF]/g, "\uFFFD"))
    .join("\n")
    .replace(ESCAPED, (char) => ENTITIES[char] ?? char);
}
