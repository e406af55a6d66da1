import { ALL, joinSelectors, negateSelector, type Selector } from "./selector.ts";
import { type Token, type TokenKind, tokenize } from "./tokenize.ts";

/** The selector, or what is wrong, as one lower-case line, and where (`offset` in UTF-16 units from 0). */
export type SelectorResult =
  | { readonly ok: true; readonly selector: Selector }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Where `global()` may stand: alone, meaning outside of all namespaces, or anywhere, where Calico takes it for `all()`. */
export type GlobalUse = "alone" | "anywhere";

/** `global`: where the selector may have `global()`; nowhere unless it is given. */
export interface ParseOptions {
  readonly global?: GlobalUse | undefined;
}

/** Parentheses nested deeper than this are refused, so that no later walk of the tree can exhaust the stack. */
export const MAX_DEPTH = 1000;

/**
 * Parses a selector; an empty or blank text is `all()`.
 *
 * `expr := and ('||' and)*`, `and := op ('&&' op)*`, `op := '!'* (comparison | has(label) | all() | '(' expr ')')`.
 */
export function parseSelector(text: string, options: ParseOptions = {}): SelectorResult {
  const tokenized = tokenize(text);
  if (!tokenized.ok) return tokenized;
  const parser = new Parser(tokenized.tokens, options.global);
  if (parser.peek().kind === "end") return { ok: true, selector: ALL };
  const selector = parser.root();
  return "offset" in selector ? { ok: false, ...selector } : { ok: true, selector };
}

interface Fault {
  readonly message: string;
  readonly offset: number;
}

const COMPARISONS = {
  "==": "equal",
  "!=": "not-equal",
  contains: "contains",
  "starts with": "starts-with",
  "ends with": "ends-with",
} as const;
const SETS = { in: "in", "not in": "not-in" } as const;

/** Recursive descent over the tokens; lives as long as one parse. Every method returns a fault instead of throwing. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #global: GlobalUse | undefined;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], global: GlobalUse | undefined) {
    this.#tokens = tokens;
    this.#global = global;
  }

  peek(): Token {
    const token = this.#tokens[this.#next] ?? this.#tokens.at(-1);
    return token ?? { kind: "end", text: "", offset: 0 };
  }

  root(): Selector | Fault {
    if (this.#global === "alone" && this.peek().kind === "global") {
      this.#next++;
      return this.peek().kind === "end" ? { kind: "global" } : this.#fault("`global()` must stand alone");
    }
    const selector = this.#list("or");
    if ("offset" in selector || this.peek().kind === "end") return selector;
    return this.#fault(`expected \`&&\`, \`||\` or the end, not ${name(this.peek())}`);
  }

  /** Operands joined by `||`, each of operands joined by `&&`. */
  #list(kind: "or" | "and"): Selector | Fault {
    const operands: Selector[] = [];
    for (;;) {
      const operand = kind === "or" ? this.#list("and") : this.#operation();
      if ("offset" in operand) return operand;
      operands.push(operand);
      if (!this.#take(kind === "or" ? "||" : "&&")) return joinSelectors(kind, operands);
    }
  }

  #operation(): Selector | Fault {
    let negated = false;
    while (this.#take("!")) negated = !negated;
    const selector = this.#primary();
    return negated && !("offset" in selector) ? negateSelector(selector) : selector;
  }

  #primary(): Selector | Fault {
    const token = this.peek();
    switch (token.kind) {
      case "all":
        this.#next++;
        return ALL;
      case "has":
        this.#next++;
        return { kind: "has", label: token.text };
      case "label":
        this.#next++;
        return this.#comparison(token.text);
      case "(":
        return this.#parenthesised();
      case "global":
        if (this.#global === "anywhere") {
          this.#next++;
          return ALL;
        }
        return this.#fault("`global()` is understood only as a rule's whole namespaceSelector, by Calico v3.32");
      default:
        return this.#fault(`expected a label, \`has(...)\`, \`all()\` or \`(\`, not ${name(token)}`);
    }
  }

  #parenthesised(): Selector | Fault {
    if (++this.#depth > MAX_DEPTH) return this.#fault(`parentheses are nested more than ${MAX_DEPTH} deep`);
    this.#next++;
    const inner = this.#list("or");
    if ("offset" in inner) return inner;
    if (!this.#take(")")) return this.#fault(`expected \`)\`, not ${name(this.peek())}`);
    this.#depth--;
    return inner;
  }

  #comparison(label: string): Selector | Fault {
    const { kind } = this.peek();
    if (kind in COMPARISONS) {
      this.#next++;
      const value = this.peek();
      if (!this.#take("string")) return this.#fault(`expected a string in quotes, not ${name(value)}`);
      return { kind: COMPARISONS[kind as keyof typeof COMPARISONS], label, value: value.text };
    }
    if (kind in SETS) {
      this.#next++;
      return this.#set(SETS[kind as keyof typeof SETS], label);
    }
    return this.#fault(
      `expected an operator such as \`==\` or \`in\` after label \`${label}\`, not ${name(this.peek())}`,
    );
  }

  /** `{'a', 'b'}`: may be empty, may end in a comma. */
  #set(kind: "in" | "not-in", label: string): Selector | Fault {
    if (!this.#take("{")) return this.#fault(`expected \`{\`, not ${name(this.peek())}`);
    const values: string[] = [];
    while (this.peek().kind === "string") {
      values.push(this.peek().text);
      this.#next++;
      if (!this.#take(",")) break;
    }
    if (this.#take("}")) return { kind, label, values };
    return this.#fault(
      `expected ${values.length === 0 ? "a string in quotes" : "`,`"} or \`}\`, not ${name(this.peek())}`,
    );
  }

  #take(kind: TokenKind): boolean {
    if (this.peek().kind !== kind) return false;
    this.#next++;
    return true;
  }

  #fault(message: string): Fault {
    return { message, offset: this.peek().offset };
  }
}

function name(token: Token): string {
  switch (token.kind) {
    case "end":
      return "the end";
    case "label":
      return `\`${token.text.slice(0, 40)}\``;
    case "string":
      return `the string \`${token.text.slice(0, 40)}\``;
    case "has":
    case "all":
    case "global":
      return `\`${token.kind}(${token.text.slice(0, 40)})\``;
    default:
      return `\`${token.kind}\``;
  }
}
