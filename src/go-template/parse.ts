import { Scanner } from "./scanner.ts";
import type { Command, Node, Pipeline, Templates, Term } from "./syntax.ts";

/** Blocks and parentheses nested deeper than this are refused. */
const MAX_DEPTH = 100;
const BLOCKS = new Set(["if", "with", "range"]);

/** A template of Go's language as trees; throws `TemplateError` for text that is not one. */
export function parseTemplate(text: string): Templates {
  const parser = new Parser(text);
  const { nodes, end } = parser.nodes(0, true);
  if (end !== "") throw parser.scanner.fault(`\`${end}\` without a block that it belongs to`);
  return { main: nodes, named: parser.named };
}

class Parser {
  readonly scanner: Scanner;
  readonly named = new Map<string, readonly Node[]>();
  /** Whether the last action ended with `-}}`. */
  #trim = false;
  #loops = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** Text and actions up to one that ends a block; `top` is where templates may be defined. */
  nodes(depth: number, top = false): { nodes: Node[]; end: string } {
    const { scanner } = this;
    if (depth > MAX_DEPTH) throw scanner.fault(`blocks are nested deeper than ${MAX_DEPTH}`);
    const nodes: Node[] = [];
    for (;;) {
      const text = this.#text();
      if (text !== "") nodes.push({ kind: "text", text });
      if (!scanner.takes("{{")) return { nodes, end: "" };
      if (scanner.peeks("-") && /\s/.test(scanner.text[scanner.at + 1] ?? "")) scanner.at++;
      scanner.blanks();
      if (this.#comment()) continue;
      const start = scanner.at;
      const word = scanner.identifier() ?? "";
      if (word === "end" || word === "else") return { nodes, end: word };
      if (word === "define" && !top) throw scanner.fault("`define` stands in no other block", start);
      if (word === "define") this.#define(depth);
      else if (word === "template" || word === "block") nodes.push(this.#template(word, start, depth));
      else if (BLOCKS.has(word)) nodes.push(this.#block(word as "if" | "with" | "range", depth));
      else if (word === "break" || word === "continue") {
        if (this.#loops === 0) throw scanner.fault(`\`${word}\` outside a \`range\``, start);
        nodes.push({ kind: word });
        this.#close();
      } else {
        scanner.at = start;
        const pipeline = this.#pipeline("}}", depth);
        nodes.push({ kind: "print", pipeline });
        this.#close();
      }
    }
  }

  /** Text up to the next action, without the blanks that `{{-` and `-}}` take. */
  #text(): string {
    const { scanner } = this;
    const end = scanner.text.indexOf("{{", scanner.at);
    let text = scanner.text.slice(scanner.at, end < 0 ? undefined : end);
    scanner.at += text.length;
    if (this.#trim) text = text.trimStart();
    this.#trim = false;
    return end >= 0 && /^\{\{-\s/.test(scanner.text.slice(end, end + 4)) ? text.trimEnd() : text;
  }

  #comment(): boolean {
    const { scanner } = this;
    if (!scanner.peeks("/*")) return false;
    const end = scanner.text.indexOf("*/", scanner.at + 2);
    if (end < 0) throw scanner.fault("the comment does not end");
    scanner.at = end + 2;
    this.#close();
    return true;
  }

  #close(): void {
    const { scanner } = this;
    const blanks = scanner.blanks();
    if (blanks && scanner.takes("-}}")) this.#trim = true;
    else if (!scanner.takes("}}"))
      throw scanner.fault(
        scanner.at >= scanner.text.length
          ? "the action does not end: `}}` is missing"
          : "unexpected text in the action",
      );
  }

  /** `"name"` as `define`, `block` and `template` have it. */
  #name(word: string): string {
    this.scanner.blanks();
    const name = this.scanner.literal();
    if (typeof name !== "string") throw this.scanner.fault(`\`${word}\` needs the template's name, in quotes`);
    return name;
  }

  #define(depth: number): void {
    const start = this.scanner.at;
    const name = this.#name("define");
    this.#close();
    this.#body("define", name, start, depth);
  }

  /** `template` uses another one; `block` also defines it. */
  #template(word: "template" | "block", offset: number, depth: number): Node {
    const name = this.#name(word);
    const blank = this.scanner.blanks();
    const ends = this.scanner.peeks("}}") || (blank && this.scanner.peeks("-}}"));
    if (ends && word === "block") throw this.scanner.fault("`block` needs a value");
    if (ends && blank) this.scanner.at--;
    const pipeline = ends ? undefined : this.#pipeline("}}", depth);
    this.#close();
    if (word === "block") this.#body("block", name, offset, depth);
    return { kind: "template", name, pipeline, offset };
  }

  #body(word: string, name: string, start: number, depth: number): void {
    const loops = this.#loops;
    this.#loops = 0;
    const { nodes, end } = this.nodes(depth + 1);
    this.#loops = loops;
    if (end !== "end") throw this.scanner.fault(`\`${word}\` has no \`end\``, start);
    this.#close();
    const known = this.named.get(name);
    const isEmpty = (tree: readonly Node[]) => tree.every((node) => node.kind === "text" && node.text.trim() === "");
    if (known !== undefined && !isEmpty(known) && !isEmpty(nodes))
      throw this.scanner.fault(`there is a template \`${name}\` already`, start);
    if (known === undefined || isEmpty(known)) this.named.set(name, nodes);
  }

  #block(kind: "if" | "with" | "range", depth: number): Node {
    const { scanner } = this;
    const start = scanner.at;
    const pipeline = this.#pipeline("}}", depth, kind === "range");
    this.#close();
    if (kind === "range") this.#loops++;
    const { nodes: then, end } = this.nodes(depth + 1);
    if (kind === "range") this.#loops--;
    if (end === "") throw scanner.fault(`\`${kind}\` has no \`end\``, start - kind.length);
    if (end === "end") {
      this.#close();
      return { kind, pipeline, then, otherwise: [] };
    }
    return { kind, pipeline, then, otherwise: this.#otherwise(kind, start, depth) };
  }

  /** What follows `else`: another condition, or the other branch. */
  #otherwise(kind: string, start: number, depth: number): readonly Node[] {
    const { scanner } = this;
    scanner.blanks();
    if (kind !== "range") {
      const at = scanner.at;
      const word = scanner.identifier();
      if ((word === "if" || word === "with") && word === kind) return [this.#block(word, depth + 1)];
      scanner.at = at;
    }
    this.#close();
    const { nodes, end } = this.nodes(depth + 1);
    if (end !== "end") throw scanner.fault(`\`${kind}\` has no \`end\``, start - kind.length);
    this.#close();
    return nodes;
  }

  #pipeline(end: string, depth: number, range = false): Pipeline {
    const { scanner } = this;
    if (depth > MAX_DEPTH) throw scanner.fault(`parentheses are nested deeper than ${MAX_DEPTH}`);
    scanner.blanks();
    const offset = scanner.at;
    const { variables, declares } = this.#variables(range);
    const commands: Command[] = [];
    do {
      scanner.blanks();
      const [first, ...rest] = this.#terms(depth);
      // As in Go, a last `|` with nothing after it means nothing.
      if (first === undefined && commands.length === 0) throw scanner.fault("a value is missing");
      if (first !== undefined) commands.push([first, ...rest]);
      scanner.blanks();
    } while (scanner.takes("|"));
    if (end === ")" && !scanner.takes(")")) throw scanner.fault("`)` is missing");
    // `-}}` needs its blank, which #close looks for.
    while (end === "}}" && /\s/.test(scanner.text[scanner.at - 1] ?? "")) scanner.at--;
    return { offset, commands, variables, declares };
  }

  /** `$x :=`, `$i, $x :=`, `$x =`; nothing is passed where there is none of them. */
  #variables(range: boolean): { variables: readonly string[]; declares: boolean } {
    const pattern = /(\$[\p{L}\p{N}_]+)(?:\s*,\s*(\$[\p{L}\p{N}_]+))?\s*(:?=)/uy;
    pattern.lastIndex = this.scanner.at;
    const match = pattern.exec(this.scanner.text);
    if (match === null) return { variables: [], declares: false };
    this.scanner.at += match[0].length;
    const [, first = "", second, sign] = match;
    if (second !== undefined && !range) throw this.scanner.fault("only `range` has two variables");
    return { variables: second === undefined ? [first] : [first, second], declares: sign === ":=" };
  }

  #terms(depth: number): Term[] {
    const { scanner } = this;
    const terms: Term[] = [];
    for (;;) {
      const term = this.#term(depth);
      if (term === undefined) return terms;
      terms.push(this.#fields(term));
      if (!scanner.blanks() && !/[|)}]/.test(scanner.text[scanner.at] ?? "}"))
        throw scanner.fault("a blank is missing here");
    }
  }

  #term(depth: number): Term | undefined {
    const { scanner } = this;
    const offset = scanner.at;
    const value = scanner.literal();
    if (typeof value === "string") return { kind: "literal", value, offset };
    const number = value === undefined ? scanner.number() : { value, float: false };
    if (number !== undefined) return { kind: "number", ...number, offset };
    if (scanner.takes("(")) return { kind: "pipeline", pipeline: this.#pipeline(")", depth + 1), offset };
    if (scanner.takes("$")) return { kind: "variable", name: `$${scanner.identifier() ?? ""}`, offset };
    if (scanner.takes(".")) {
      const name = scanner.identifier();
      const dot: Term = { kind: "dot", offset };
      return name === undefined ? dot : { kind: "field", of: dot, name, offset };
    }
    const name = scanner.identifier();
    if (name === undefined) return undefined;
    if (name === "nil") return { kind: "nil", offset };
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true", offset };
    return { kind: "function", name, offset };
  }

  #fields(term: Term): Term {
    const { scanner } = this;
    let result = term;
    while (scanner.peeks(".")) {
      const offset = scanner.at++;
      const name = scanner.identifier();
      if (name === undefined) throw scanner.fault("a field's name is missing after `.`", offset);
      result = { kind: "field", of: result, name, offset };
    }
    return result;
  }
}
