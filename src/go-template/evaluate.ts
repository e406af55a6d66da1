import { didYouMean, nearest } from "../model/nearest.ts";
import { described, FUNCTIONS, FunctionFault } from "./functions.ts";
import { parseTemplate } from "./parse.ts";
import { type Command, type Node, type Pipeline, TemplateError, type Term } from "./syntax.ts";
import { fieldOf, integer, isTrue, MISSING, NIL, printed, text, truth, type Value } from "./values.ts";

/** A template that has been read, ready for values. Applying it throws `TemplateError` where it and the value disagree. */
export interface Template {
  apply(value: Value): string;
}

/** Blocks and templates in each other deeper, more text (in UTF-16 units) or more steps end it, so that no template runs for long. */
const MAX_DEPTH = 1000;
const MAX_TEXT = 100_000_000;
const MAX_STEPS = 10_000_000;

/** Reads a template; throws `TemplateError` for what is wrong with it, unknown functions and variables included. */
export function compileTemplate(source: string): Template {
  const templates = parseTemplate(source);
  for (const nodes of [templates.main, ...templates.named.values()]) checkNodes(nodes, new Set(["$"]));
  return { apply: (value) => new Run(templates.named, value).nodes(templates.main, value) };
}

const LAZY = new Set(["and", "or"]);

function checkNodes(nodes: readonly Node[], outer: ReadonlySet<string>): void {
  const known = new Set(outer);
  for (const node of nodes) {
    if (node.kind === "print") for (const name of checkPipeline(node.pipeline, known)) known.add(name);
    if (node.kind === "template" && node.pipeline !== undefined) checkPipeline(node.pipeline, known);
    if (node.kind !== "if" && node.kind !== "with" && node.kind !== "range") continue;
    const inner = new Set([...known, ...checkPipeline(node.pipeline, known)]);
    checkNodes(node.then, inner);
    checkNodes(node.otherwise, inner);
  }
}

function checkPipeline(
  { commands, variables, declares, offset }: Pipeline,
  known: ReadonlySet<string>,
): readonly string[] {
  for (const command of commands) for (const term of command) checkTerm(term, known);
  const unknown = declares ? undefined : variables.find((name) => !known.has(name));
  if (unknown !== undefined) throw new TemplateError(`there is no variable \`${unknown}\``, offset);
  return variables;
}

function checkTerm(term: Term, known: ReadonlySet<string>): void {
  if (term.kind === "field") checkTerm(term.of, known);
  else if (term.kind === "pipeline") checkPipeline(term.pipeline, known);
  else if (term.kind === "variable" && !known.has(term.name)) {
    throw new TemplateError(`there is no variable \`${term.name}\``, term.offset);
  } else if (term.kind === "function" && !FUNCTIONS.has(term.name) && !LAZY.has(term.name)) {
    const close = nearest(term.name, [...FUNCTIONS.keys(), ...LAZY]);
    const hint = close === undefined ? "" : `; ${didYouMean(close)}`;
    throw new TemplateError(`there is no function \`${term.name}\`${hint}`, term.offset);
  }
}

type Block = Extract<Node, { kind: "if" | "with" | "range" }>;
type Jump = "break" | "continue";

/** One application of a template: its variables, and how much it has done. */
class Run {
  readonly #named: ReadonlyMap<string, readonly Node[]>;
  #variables: [string, Value][];
  #jump: Jump | undefined;
  #depth = 0;
  #steps = 0;
  #text = 0;

  constructor(named: ReadonlyMap<string, readonly Node[]>, root: Value) {
    this.#named = named;
    this.#variables = [["$", root]];
  }

  nodes(nodes: readonly Node[], dot: Value): string {
    let output = "";
    const scope = this.#variables.length;
    if (++this.#depth > MAX_DEPTH) throw new TemplateError("templates call each other too deep", offsetOf(nodes[0]));
    for (const node of nodes) {
      if (this.#jump !== undefined) break;
      this.#step(offsetOf(node));
      if (node.kind === "text") output += this.#charge(node.text, 0);
      else if (node.kind === "break" || node.kind === "continue") this.#jump = node.kind;
      else if (node.kind === "template") output += this.#template(node, dot);
      else if (node.kind === "print") {
        const value = this.#pipeline(node.pipeline, dot);
        if (node.pipeline.variables.length === 0) output += this.#charge(printed(value), node.pipeline.offset);
      } else output += this.#block(node, dot);
    }
    this.#variables.length = scope;
    this.#depth--;
    return output;
  }

  #step(offset: number): void {
    if (++this.#steps > MAX_STEPS) throw new TemplateError("the template takes too long", offset);
  }

  /** Counts text that was made, printed or not. */
  #charge(made: string, offset: number): string {
    this.#text += made.length;
    if (this.#text > MAX_TEXT) throw new TemplateError("the template makes too much text", offset);
    return made;
  }

  /** Another template: its only variable is `$`, the value it gets. */
  #template({ name, pipeline, offset }: Extract<Node, { kind: "template" }>, dot: Value): string {
    const nodes = this.#named.get(name);
    if (nodes === undefined) {
      const close = nearest(name, [...this.#named.keys()]);
      const hint = close === undefined ? "" : `; ${didYouMean(close)}`;
      throw new TemplateError(`there is no template \`${name}\`${hint}`, offset);
    }
    const value = pipeline === undefined ? MISSING : this.#pipeline(pipeline, dot);
    const outer = this.#variables;
    this.#variables = [["$", value]];
    const output = this.nodes(nodes, value);
    this.#variables = outer;
    return output;
  }

  #block(node: Block, dot: Value): string {
    const scope = this.#variables.length;
    const value = this.#pipeline(node.kind === "range" ? { ...node.pipeline, variables: [] } : node.pipeline, dot);
    let output = "";
    if (node.kind === "range") output = this.#range(node, value, dot);
    else if (isTrue(value)) output = this.nodes(node.then, node.kind === "with" ? value : dot);
    else output = this.nodes(node.otherwise, dot);
    this.#variables.length = scope;
    return output;
  }

  #range(node: Block, value: Value, dot: Value): string {
    const { variables, declares, offset } = node.pipeline;
    const counts = value.kind === "number" && !value.float;
    if (counts && variables.length > 1) throw new TemplateError("counting has one variable, the number", offset);
    let output = "";
    let empty = true;
    for (const [key, item] of counts ? numbers(value.value) : elements(value, offset)) {
      empty = false;
      this.#step(offset);
      const scope = this.#variables.length;
      const values = variables.length === 2 ? [key, item] : [item];
      for (const [i, name] of variables.entries()) this.#assign(name, values[i] ?? MISSING, declares, offset);
      output += this.nodes(node.then, item);
      this.#variables.length = scope;
      const jump = this.#jump;
      this.#jump = undefined;
      if (jump === "break") break;
    }
    return empty ? this.nodes(node.otherwise, dot) : output;
  }

  #pipeline(pipeline: Pipeline, dot: Value): Value {
    let value: Value | undefined;
    for (const command of pipeline.commands) value = this.#command(command, dot, value);
    const result = value ?? MISSING;
    for (const name of pipeline.variables) this.#assign(name, result, pipeline.declares, pipeline.offset);
    return result;
  }

  #assign(name: string, value: Value, declares: boolean, offset: number): void {
    if (declares) this.#variables.push([name, value]);
    else {
      const variable = this.#variables.findLast(([known]) => known === name);
      if (variable === undefined) throw new TemplateError(`there is no variable \`${name}\``, offset);
      variable[1] = value;
    }
  }

  #command([first, ...rest]: Command, dot: Value, piped: Value | undefined): Value {
    if (first.kind === "nil") throw new TemplateError("`nil` is not a command", first.offset);
    if (first.kind !== "function") {
      if (rest.length > 0 || piped !== undefined)
        throw new TemplateError("only functions take arguments", first.offset);
      return this.#term(first, dot);
    }
    if (LAZY.has(first.name)) return this.#lazy(first, rest, dot, piped);
    const args = rest.map((term) => this.#term(term, dot));
    const result = call(first.name, piped === undefined ? args : [...args, piped], first.offset);
    if (result.kind === "string") this.#charge(result.value, first.offset);
    return result;
  }

  /** `and`, `or`: the first value that decides; what follows it is not looked at. */
  #lazy(
    first: Extract<Term, { kind: "function" }>,
    rest: readonly Term[],
    dot: Value,
    piped: Value | undefined,
  ): Value {
    const stop = first.name === "or";
    let value: Value | undefined;
    for (const term of rest) {
      value = this.#term(term, dot);
      if (isTrue(value) === stop) return value;
    }
    const last = piped ?? value;
    if (last === undefined) throw new TemplateError(`\`${first.name}\` needs an argument`, first.offset);
    return last;
  }

  #term(term: Term, dot: Value): Value {
    switch (term.kind) {
      case "dot":
        return dot;
      case "nil":
        return NIL;
      case "literal":
        return typeof term.value === "string" ? text(term.value) : truth(term.value);
      case "number":
        return { kind: "number", value: term.value, float: term.float };
      case "variable":
        return this.#variables.findLast(([name]) => name === term.name)?.[1] ?? MISSING;
      case "function":
        return this.#command([term], dot, undefined);
      case "pipeline":
        return this.#pipeline(term.pipeline, dot);
      case "field":
        return field(this.#term(term.of, dot), term.name, term.offset);
    }
  }
}

function field(value: Value, name: string, offset: number): Value {
  const fieldValue = fieldOf(value, name);
  if (fieldValue !== undefined) return fieldValue;
  if (value.kind === "nil" || value.kind === "missing") {
    throw new TemplateError(
      `there is nothing to take \`.${name}\` of; \`{{with ...}}\` or \`{{if ...}}\` guards it`,
      offset,
    );
  }
  const names = value.kind === "struct" ? [...value.fields.keys()] : [];
  const close = nearest(
    name.toLowerCase(),
    names.map((known) => known.toLowerCase()),
  );
  const hint = names.find((known) => known.toLowerCase() === close);
  const shown = hint === undefined ? "" : `; ${didYouMean(`.${hint.slice(0, 1).toUpperCase()}${hint.slice(1)}`)}`;
  const list = value.kind === "list" ? "; `{{range ...}}` goes through it" : "";
  throw new TemplateError(`${described(value)} has no field \`.${name}\`${shown}${list}`, offset);
}

function call(name: string, args: readonly Value[], offset: number): Value {
  const known = FUNCTIONS.get(name);
  if (known === undefined) throw new TemplateError(`there is no function \`${name}\``, offset);
  if (args.length < known.least || args.length > known.most) {
    const most =
      known.most === known.least ? "" : known.most === Number.POSITIVE_INFINITY ? " or more" : ` to ${known.most}`;
    throw new TemplateError(`\`${name}\` takes ${known.least}${most} arguments, not ${args.length}`, offset);
  }
  try {
    return known.call(args);
  } catch (error) {
    if (error instanceof FunctionFault) throw new TemplateError(error.message, offset);
    throw error;
  }
}

function offsetOf(node: Node | undefined): number {
  if (node === undefined) return 0;
  if ("pipeline" in node && node.pipeline !== undefined) return node.pipeline.offset;
  return "offset" in node ? node.offset : 0;
}

function* numbers(end: number): Generator<readonly [Value, Value]> {
  for (let i = 0; i < end; i++) yield [integer(i), integer(i)];
}

/** What `range` goes through, with index or key. */
function elements(value: Value, offset: number): readonly (readonly [Value, Value])[] {
  switch (value.kind) {
    case "nil":
    case "missing":
      return [];
    case "list":
      return value.items.map((item, i) => [integer(i), item] as const);
    case "map":
      return [...value.entries].map(([key, item]) => [text(key), item] as const);
    default:
      throw new TemplateError(`\`range\` cannot go through ${described(value)}`, offset);
  }
}
