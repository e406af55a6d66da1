import { Scanner } from "./scanner.ts";
import type { Command, Node, Pipeline, Term } from "./syntax.ts";

/** Blocks and parentheses nested deeper than this are refused. */
const MAX_DEPTH = 100;
const BLOCKS = new Set(["if", "with", "range"]);
const FOREIGN = new Set(["define", "template", "block"]);

/** A template of Go's language as a tree; throws `TemplateError` for what is no template, or beyond the part that is understood. */
export function parseTemplate(text: string): readonly Node[] {
  const parser = new Parser(text);
  const { nodes, end } = parser.nodes(0);
  if (end !== "") throw parser.scanner.fault(`\`${end}\` without a block that it belongs to`);
  return nodes;
}

class Parser {
  readonly scanner: Scanner;
  /** Whether the last action ended with `-}}`. */
  #trim = false;
  #loops = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  nodes(depth: number): { nodes: Node[]; end: string } {
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
      if (FOREIGN.has(word))
        throw scanner.fault(`\`${word}\` is not understood here: one template is all there is`, start);
      if (BLOCKS.has(word)) nodes.push(this.#block(word as "if" | "with" | "range", depth));
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

  #block(kind: "if" | "with" | "range", depth: number): Node {
    const { scanner } = this;
    const start = scanner.at;
    const pipeline = this.#pipeline("}}", depth);
    if (kind !== "range" && pipeline.variables.length > 1) throw scanner.fault("only `range` has two variables", start);
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
      if (word === "if" || (word === "with" && kind === "with")) return [this.#block(word, depth + 1)];
      scanner.at = at;
    }
    this.#close();
    const { nodes, end } = this.nodes(depth + 1);
    if (end !== "end") throw scanner.fault(`\`${kind}\` has no \`end\``, start - kind.length);
    this.#close();
    return nodes;
  }

  #pipeline(end: string, depth: number): Pipeline {
    const { scanner } = this;
    if (depth > MAX_DEPTH) throw scanner.fault(`parentheses are nested deeper than ${MAX_DEPTH}`);
    scanner.blanks();
    const offset = scanner.at;
    const { variables, declares } = this.#variables();
    const commands: Command[] = [];
    do {
      scanner.blanks();
      const [first, ...rest] = this.#terms(depth);
      if (first === undefined)
        throw scanner.fault(commands.length === 0 ? "a value is missing" : "a command is missing after `|`");
      commands.push([first, ...rest]);
      scanner.blanks();
    } while (scanner.takes("|"));
    if (end === ")" && !scanner.takes(")")) throw scanner.fault("`)` is missing");
    // `-}}` needs its blank, which #close looks for.
    while (end === "}}" && /\s/.test(scanner.text[scanner.at - 1] ?? "")) scanner.at--;
    return { offset, commands, variables, declares };
  }

  /** `$x :=`, `$i, $x :=`, `$x =`; nothing is passed where there is none of them. */
  #variables(): { variables: readonly string[]; declares: boolean } {
    const found = /(\$[\p{L}\p{N}_]+)(?:\s*,\s*(\$[\p{L}\p{N}_]+))?\s*(:?=)/uy;
    found.lastIndex = this.scanner.at;
    const match = found.exec(this.scanner.text);
    if (match === null) return { variables: [], declares: false };
    this.scanner.at += match[0].length;
    const [, first = "", second, sign] = match;
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
    const value = scanner.literal() ?? scanner.number();
    if (value !== undefined) return { kind: "literal", value, offset };
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
