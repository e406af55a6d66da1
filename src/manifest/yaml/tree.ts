import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import { MAX_NESTING } from "./limits.ts";
import { composeValue } from "./nodes/compose-value.ts";
import { keyOf } from "./nodes/key.ts";
import type { ScalarNode, YamlNode } from "./nodes/node.ts";
import type { TextProblem } from "./text-problem.ts";

/** Parses YAML to nodes with their places; scalars stay text. The package writes nothing to stderr by itself. */
export function parseTree(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: "failsafe",
    version: "1.2",
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    prettyErrors: false,
  });
}

/** A parsed document as plain values, with the findings about it (`nodes/compose-value`). `text` is what was parsed. */
export function treeValue(document: Document.Parsed, text: string, report: (problem: TextProblem) => void): unknown {
  return composeValue(treeNodes(document, text, report), text, report);
}

/** A parsed document in the shape that Go's reading of it has too. Reports quotes that the package takes for closed. */
export function treeNodes(document: Document.Parsed, text: string, report: (problem: TextProblem) => void): YamlNode {
  const convert = (node: unknown, at: number, depth: number): YamlNode => {
    const [from = at, to = at] = (node as Node | null)?.range ?? [];
    if (isAlias(node)) return { kind: "alias", name: node.source, from, to };
    // Deeper ones are refused, and not looked at.
    const isDeep = depth > MAX_NESTING + 1;
    if (isSeq(node)) {
      const items = isDeep ? [] : node.items.map((item) => convert(item, from, depth + 1));
      return { kind: "list", items, anchor: node.anchor, tag: node.tag, from, to };
    }
    if (isMap(node)) {
      const entries = (isDeep ? [] : node.items).map((pair) => {
        const key = convert(pair.key, from, depth + 1);
        return { key, value: convert(pair.value, key.to, depth + 1) };
      });
      return { kind: "map", entries, anchor: node.anchor, tag: node.tag, from, to };
    }
    if (!isScalar(node)) return { kind: "scalar", text: "", isPlain: true, from, to };
    if (isUnclosed(node, text)) {
      const message = "the closing quote is missing";
      const help = "text in quotes goes on in lines that are indented";
      report({ severity: "error", code: "yaml.syntax", message, from, to, help });
    }
    return scalarNode(node, text);
  };
  return convert(document.contents, 0, 0);
}

/** A scalar of the package. Where a block (`|`) ends with the text, the line break that the package adds is not in it. */
function scalarNode(scalar: Scalar, text: string): ScalarNode {
  const [from = 0, to = 0] = scalar.range ?? [];
  const source = typeof scalar.source === "string" ? scalar.source : String(scalar.value ?? "");
  const isBlock = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED";
  const isCut = isBlock && source.endsWith("\n") && to >= text.length && !/[\r\n]$/.test(text);
  return {
    kind: "scalar",
    text: isCut ? source.slice(0, -1) : source,
    isPlain: scalar.type === "PLAIN" || scalar.type === undefined,
    anchor: scalar.anchor,
    tag: scalar.tag,
    from,
    to,
  };
}

/**
 * Whether text in double quotes ends with a quote that is escaped. The package takes it for the closing one where the next
 * line is not indented, and drops the rest without an error; Go reads on.
 */
function isUnclosed({ type, range }: Scalar, text: string): boolean {
  if (type !== "QUOTE_DOUBLE" || !range) return false;
  const [start, end] = range;
  let at = end - 2;
  while (at > start && text.charAt(at) === "\\") at -= 1;
  return (end - 2 - at) % 2 === 1;
}

/** A key as text: numbers and booleans as they are stored; `undefined` for null, lists and maps, and for `<<`. */
export function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  const key = keyOf(scalarNode(pair.key, ""));
  return key.kind === "name" ? key.name : undefined;
}
