/** A fault of a template, or of what it does with the resources: `message` says what, `offset` where (UTF-16 units from 0). */
export class TemplateError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "TemplateError";
    this.offset = offset;
  }
}

/** Something with a value. */
export type Term = { readonly offset: number } & (
  | { readonly kind: "dot" }
  | { readonly kind: "nil" }
  | { readonly kind: "literal"; readonly value: string | boolean }
  | { readonly kind: "number"; readonly value: number; readonly float: boolean }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "field"; readonly of: Term; readonly name: string }
  | { readonly kind: "pipeline"; readonly pipeline: Pipeline }
);

/** A function or value and its arguments. */
export type Command = readonly [Term, ...Term[]];

/** `a | b | c`: each command gets the one before it as its last argument; `declare` puts the result into variables. */
export interface Pipeline {
  readonly offset: number;
  readonly commands: readonly Command[];
  readonly variables: readonly string[];
  /** Whether the variables are new (`:=`) or change (`=`). */
  readonly declares: boolean;
}

export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "print"; readonly pipeline: Pipeline }
  /** Another template, applied to a value or to nothing. */
  | {
      readonly kind: "template";
      readonly name: string;
      readonly pipeline: Pipeline | undefined;
      readonly offset: number;
    }
  | { readonly kind: "break" }
  | { readonly kind: "continue" }
  | {
      readonly kind: "if" | "with" | "range";
      readonly pipeline: Pipeline;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[];
    };

/** A template with those that it defines, by name. */
export interface Templates {
  readonly main: readonly Node[];
  readonly named: ReadonlyMap<string, readonly Node[]>;
}
