import type { Code } from "../../../model/diagnostic.ts";
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

/** Where a node stands. */
interface Where {
  /** Outside brackets. */
  readonly isBlock: boolean;
  /** Whether a list may stand at the column of the key before it. */
  readonly takesItems: boolean;
}

interface Properties {
  anchor?: string;
  tag?: string;
}

interface Entry {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** What a list or map holds, and where it ends. */
interface Part<Item> {
  readonly list: Item[];
  readonly to: number;
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
      : this.#node(IN_BLOCK, 0);
    this.#scanner.peek();
    return node;
  }

  #is(kind: TokenKind, ...others: readonly TokenKind[]): boolean {
    const next = this.#scanner.peek().kind;
    return next === kind || others.includes(next);
  }

  #node(where: Where, depth: number): YamlNode {
    if (depth > 2 * MAX_NESTING) throw this.#refusal("nested too deeply", "yaml.too-deep");
    const first = this.#scanner.peek();
    if (first.kind === "alias") {
      this.#scanner.next();
      return { kind: "alias", name: first.text, from: first.from, to: first.to };
    }
    const properties = first.kind === "anchor" || first.kind === "tag" ? this.#properties() : NONE;
    const token = this.#scanner.peek();
    const { from } = token;
    const { anchor, tag } = properties;
    if (token.kind === "scalar") {
      this.#scanner.next();
      return { kind: "scalar", text: token.text, isPlain: token.isPlain, anchor, tag, from, to: token.to };
    }
    const items = this.#items(token.kind, where, depth);
    if (items !== undefined) return { kind: "list", items: items.list, anchor, tag, from, to: items.to };
    const entries = this.#entries(token.kind, where, depth);
    if (entries !== undefined) return { kind: "map", entries: entries.list, anchor, tag, from, to: entries.to };
    // A tag or anchor alone: Go resolves the empty value as if it were written without quotes.
    if (properties !== NONE) return { ...empty(token), ...properties };
    throw this.#refusal(token.kind === "end" ? "the document ends too early" : "unexpected text");
  }

  /** The list that begins with this token, if one may stand here. */
  #items(kind: TokenKind, where: Where, depth: number): Part<YamlNode> | undefined {
    if (kind === "-" && where.takesItems) return this.#itemsAtKey(depth);
    if (kind === "[") return this.#flowList(depth);
    return kind === "block-list" && where.isBlock ? this.#blockList(depth) : undefined;
  }

  /** The entries of the map that begins with this token, if one may stand here. */
  #entries(kind: TokenKind, where: Where, depth: number): Part<Entry> | undefined {
    if (kind === "{") return this.#flowMap(depth);
    return kind === "block-map" && where.isBlock ? this.#blockMap(depth) : undefined;
  }

  /** An anchor and a tag, in any order, one of each at most. */
  #properties(): Properties {
    const found: Properties = {};
    for (;;) {
      const { kind, text } = this.#scanner.peek();
      if ((kind !== "anchor" && kind !== "tag") || found[kind] !== undefined) return found;
      found[kind] = text;
      this.#scanner.next();
    }
  }

  #blockList(depth: number): Part<YamlNode> {
    this.#scanner.next();
    const list: YamlNode[] = [];
    while (this.#is("-")) {
      this.#scanner.next();
      const isEmpty = this.#is("-", "block-end");
      list.push(isEmpty ? empty(this.#scanner.peek()) : this.#node(IN_BLOCK, depth + 1));
    }
    return { list, to: this.#take("block-end", "an item must begin here, with `-`").to };
  }

  /** A list at the column of its key: it has no end of its own. */
  #itemsAtKey(depth: number): Part<YamlNode> {
    const list: YamlNode[] = [];
    while (this.#is("-")) {
      this.#scanner.next();
      const isEmpty = this.#is("-", "?", ":", "block-end");
      list.push(isEmpty ? empty(this.#scanner.peek()) : this.#node(IN_BLOCK, depth + 1));
    }
    return { list, to: this.#scanner.peek().from };
  }

  #blockMap(depth: number): Part<Entry> {
    this.#scanner.next();
    const list: Entry[] = [];
    const part = (): YamlNode =>
      this.#is("?", ":", "block-end") ? empty(this.#scanner.peek()) : this.#node(AT_KEY, depth + 1);
    while (this.#is("?")) {
      this.#scanner.next();
      const key = part();
      if (!this.#is(":")) list.push({ key, value: empty(this.#scanner.peek()) });
      else {
        this.#scanner.next();
        list.push({ key, value: part() });
      }
    }
    return { list, to: this.#take("block-end", "a key must begin here").to };
  }

  #flowList(depth: number): Part<YamlNode> {
    this.#scanner.next();
    const list: YamlNode[] = [];
    while (!this.#is("]")) {
      if (list.length > 0) this.#take(",", "a `,` or `]` is missing here");
      if (this.#is("]")) break;
      list.push(this.#is("?") ? this.#flowPair(depth + 1) : this.#node(IN_BRACKETS, depth + 1));
    }
    return { list, to: this.#scanner.next().to };
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

  #flowMap(depth: number): Part<Entry> {
    this.#scanner.next();
    const list: Entry[] = [];
    while (!this.#is("}")) {
      if (list.length > 0) this.#take(",", "a `,` or `}` is missing here");
      if (this.#is("}")) break;
      if (!this.#is("?")) {
        const key = this.#node(IN_BRACKETS, depth + 1);
        list.push({ key, value: empty(this.#scanner.peek()) });
        continue;
      }
      this.#scanner.next();
      const key = this.#is(":", ",", "}") ? empty(this.#scanner.peek()) : this.#node(IN_BRACKETS, depth + 1);
      list.push({ key, value: this.#flowValue("}", depth + 1) });
    }
    return { list, to: this.#scanner.next().to };
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

  #refusal(message: string, code: Code = "yaml.syntax"): Refusal {
    const { from, to } = this.#scanner.peek();
    return new Refusal(message, from, Math.max(to, from + 1), { code });
  }
}

const IN_BLOCK: Where = { isBlock: true, takesItems: false };
const AT_KEY: Where = { isBlock: true, takesItems: true };
const IN_BRACKETS: Where = { isBlock: false, takesItems: false };
const NONE: Properties = {};

/** A value that is not there, before this token. */
const empty = ({ from }: Token): YamlNode => ({ kind: "scalar", text: "", isPlain: true, from, to: from });
