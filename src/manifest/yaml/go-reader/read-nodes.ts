import { MAX_NESTING } from "../limits.ts";
import type { YamlNode } from "../nodes/node.ts";
import { Refusal } from "./refusal.ts";
import { Scanner } from "./scanner.ts";
import type { Token, TokenKind } from "./token.ts";

/** The first document of a text, or why it is refused. */
export type GoReading =
  | { readonly ok: true; readonly node: YamlNode }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads the first document of a text by the grammar of Go's YAML library (go-yaml 2, behind sigs.k8s.io/yaml), which is that of
 * libyaml and YAML 1.1. The text has no control characters and no directives.
 */
export function readAsGo(text: string): GoReading {
  try {
    return { ok: true, node: new NodeReader(text).document() };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, refusal: thrown };
    throw thrown;
  }
}

/** The grammar: tokens to nodes. */
class NodeReader {
  readonly #scanner: Scanner;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  document(): YamlNode {
    if (this.#is("end")) return empty(this.#scanner.peek());
    if (this.#is("document-end")) throw this.#refusal("a document cannot begin with `...`");
    if (this.#is("document-start")) this.#scanner.next();
    const node = this.#is("document-start", "document-end", "end")
      ? empty(this.#scanner.peek())
      : this.#node({ isBlock: true, takesItems: false }, 0);
    this.#scanner.peek();
    return node;
  }

  #is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#scanner.peek().kind);
  }

  /** `isBlock`: outside brackets. `takesItems`: a list may stand at the column of the key before it. */
  #node(where: { readonly isBlock: boolean; readonly takesItems: boolean }, depth: number): YamlNode {
    if (depth > 2 * MAX_NESTING) throw this.#refusal("nested too deeply", "yaml.too-deep");
    const first = this.#scanner.peek();
    if (first.kind === "alias") {
      this.#scanner.next();
      return { kind: "alias", name: first.text, from: first.from, to: first.to };
    }
    const properties = this.#properties();
    const token = this.#scanner.peek();
    const placed = { ...properties, from: token.from };
    if (where.takesItems && token.kind === "-") return { kind: "list", ...this.#itemsAtKey(depth), ...placed };
    switch (token.kind) {
      case "scalar":
        this.#scanner.next();
        return { kind: "scalar", text: token.text, isPlain: token.isPlain, ...placed, to: token.to };
      case "[":
        return { kind: "list", ...this.#flowList(depth), ...placed };
      case "{":
        return { kind: "map", ...this.#flowMap(depth), ...placed };
      case "block-list":
        if (where.isBlock) return { kind: "list", ...this.#blockList(depth), ...placed };
        break;
      case "block-map":
        if (where.isBlock) return { kind: "map", ...this.#blockMap(depth), ...placed };
        break;
      default:
    }
    if (properties.anchor !== undefined || properties.tag !== undefined) {
      // Go resolves the value of a tag alone as if it were without quotes, which it is.
      return { ...empty(token), ...properties };
    }
    throw this.#refusal(token.kind === "end" ? "the document ends too early" : "unexpected text");
  }

  /** An anchor and a tag, in any order, one of each at most. */
  #properties(): { anchor?: string; tag?: string } {
    const found: { anchor?: string; tag?: string } = {};
    for (;;) {
      const { kind, text } = this.#scanner.peek();
      if ((kind !== "anchor" && kind !== "tag") || found[kind] !== undefined) return found;
      found[kind] = text;
      this.#scanner.next();
    }
  }

  #blockList(depth: number): { items: YamlNode[]; to: number } {
    this.#scanner.next();
    const items: YamlNode[] = [];
    while (this.#is("-")) {
      this.#scanner.next();
      const isEmpty = this.#is("-", "block-end");
      items.push(isEmpty ? empty(this.#scanner.peek()) : this.#node({ isBlock: true, takesItems: false }, depth + 1));
    }
    return { items, to: this.#take("block-end", "an item must begin here, with `-`").to };
  }

  /** A list at the column of its key: it has no end of its own. */
  #itemsAtKey(depth: number): { items: YamlNode[]; to: number } {
    const items: YamlNode[] = [];
    while (this.#is("-")) {
      this.#scanner.next();
      const isEmpty = this.#is("-", "?", ":", "block-end");
      items.push(isEmpty ? empty(this.#scanner.peek()) : this.#node({ isBlock: true, takesItems: false }, depth + 1));
    }
    return { items, to: this.#scanner.peek().from };
  }

  #blockMap(depth: number): { entries: { key: YamlNode; value: YamlNode }[]; to: number } {
    this.#scanner.next();
    const entries: { key: YamlNode; value: YamlNode }[] = [];
    const part = (): YamlNode =>
      this.#is("?", ":", "block-end")
        ? empty(this.#scanner.peek())
        : this.#node({ isBlock: true, takesItems: true }, depth + 1);
    while (this.#is("?")) {
      this.#scanner.next();
      const key = part();
      if (!this.#is(":")) entries.push({ key, value: empty(this.#scanner.peek()) });
      else {
        this.#scanner.next();
        entries.push({ key, value: part() });
      }
    }
    return { entries, to: this.#take("block-end", "a key must begin here").to };
  }

  #flowList(depth: number): { items: YamlNode[]; to: number } {
    this.#scanner.next();
    const items: YamlNode[] = [];
    while (!this.#is("]")) {
      if (items.length > 0) this.#take(",", "a `,` or `]` is missing here");
      if (this.#is("]")) break;
      items.push(this.#is("?") ? this.#flowPair(depth + 1) : this.#node(IN_BRACKETS, depth + 1));
    }
    return { items, to: this.#scanner.next().to };
  }

  /** `a: b` in a list is a map of one entry. */
  #flowPair(depth: number): YamlNode {
    const { from } = this.#scanner.next();
    // Go drops the sign that follows an empty key.
    if (this.#is(":", ",", "]")) throw this.#refusal("a key is missing here");
    const key = this.#node(IN_BRACKETS, depth);
    const value = this.#flowValue("]", depth);
    return { kind: "map", entries: [{ key, value }], from, to: value.to };
  }

  #flowMap(depth: number): { entries: { key: YamlNode; value: YamlNode }[]; to: number } {
    this.#scanner.next();
    const entries: { key: YamlNode; value: YamlNode }[] = [];
    while (!this.#is("}")) {
      if (entries.length > 0) this.#take(",", "a `,` or `}` is missing here");
      if (this.#is("}")) break;
      if (!this.#is("?")) {
        const key = this.#node(IN_BRACKETS, depth + 1);
        entries.push({ key, value: empty(this.#scanner.peek()) });
        continue;
      }
      this.#scanner.next();
      const key = this.#is(":", ",", "}") ? empty(this.#scanner.peek()) : this.#node(IN_BRACKETS, depth + 1);
      entries.push({ key, value: this.#flowValue("}", depth + 1) });
    }
    return { entries, to: this.#scanner.next().to };
  }

  #flowValue(closing: "]" | "}", depth: number): YamlNode {
    if (this.#is(":")) {
      this.#scanner.next();
      if (!this.#is(",", closing)) return this.#node(IN_BRACKETS, depth);
    }
    return empty(this.#scanner.peek());
  }

  #take(kind: TokenKind, message: string): Token {
    if (!this.#is(kind)) throw this.#refusal(message);
    return this.#scanner.next();
  }

  #refusal(message: string, code = "yaml.syntax"): Refusal {
    const { from, to } = this.#scanner.peek();
    return new Refusal(message, from, Math.max(to, from + 1), { code });
  }
}

const IN_BRACKETS = { isBlock: false, takesItems: false };

/** A value that is not there, before this token. */
const empty = ({ from }: Token): YamlNode => ({ kind: "scalar", text: "", isPlain: true, from, to: from });
