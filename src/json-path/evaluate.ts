import { isObject } from "../model/json.ts";
import { printed } from "./printed.ts";
import { JsonPathError, type Operator, type Part, type Path, type Step } from "./syntax.ts";

/** More values than this end a template, so that none runs for long. */
const MAX_VALUES = 10_000_000;

/** One application of a template or path, and how much it has selected. Throws `JsonPathError` where it and the value disagree. */
export class Run {
  #values = 0;

  /** What the parts print for the value. */
  parts(parts: readonly Part[], value: unknown): string {
    return parts
      .map((part) => {
        if (part.kind === "text") return part.text;
        if (part.kind === "print") return this.path(part.path, [value]).map(printed).join(" ");
        return this.path(part.over, [value])
          .map((one) => this.parts(part.body, one))
          .join("");
      })
      .join("");
  }

  /** What the path selects of the values. Missing fields select nothing. */
  path(path: Path, values: readonly unknown[]): readonly unknown[] {
    return path.reduce<readonly unknown[]>((found, step) => this.#counted(this.#step(step, found)), values);
  }

  #counted(values: readonly unknown[]): readonly unknown[] {
    this.#values += values.length + 1;
    if (this.#values > MAX_VALUES) throw new JsonPathError("the template selects too many values");
    return values;
  }

  #step(step: Step, values: readonly unknown[]): readonly unknown[] {
    switch (step.kind) {
      case "field":
        return values.flatMap((value) => {
          return isObject(value) && Object.hasOwn(value, step.name) ? [value[step.name]] : [];
        });
      case "wildcard":
        return values.flatMap(children);
      case "recursive":
        return values.flatMap((value) => this.#containers(value));
      case "index":
      case "slice":
        return values.flatMap((value) => (value === null ? [] : sliced(step, value)));
      case "union":
        return step.paths.flatMap((path) => this.path(path, values));
      case "constant":
        return typeof step.value === "string" ? [step.value] : values.map(() => step.value);
      case "exists":
        return values.flatMap(listed).filter((item) => this.path(step.path, [item]).length > 0);
      case "filter":
        return values.flatMap(listed).filter((item) => {
          const left = this.path(step.left, [item]);
          const right = this.path(step.right, [item]);
          if (left.length === 0 || right.length === 0) return false;
          if (left.length > 1 || right.length > 1)
            throw new JsonPathError("a filter compares one value at a time, and a side of it selects several");
          return compared(left[0], step.operator, right[0]);
        });
    }
  }

  /** The value and all in it that hold something, the outer before the inner; texts, too (recorded: `{..}`). */
  #containers(value: unknown): readonly unknown[] {
    if (typeof value === "string") return value === "" ? [] : [value];
    const inner = this.#counted(children(value));
    return inner.length === 0 ? [] : [value, ...inner.flatMap((one) => this.#containers(one))];
  }
}

/** The items of a list; the values of an object, by their names in order. */
function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  const names = Object.keys(value).sort();
  return names.map((name) => value[name]);
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new JsonPathError(`${described(value)} is not a list and cannot be filtered`);
}

function sliced(step: Extract<Step, { kind: "index" | "slice" }>, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new JsonPathError(`${described(value)} is not a list and has no index`);
  const { length } = value;
  const fromStart = (at: number): number => (at < 0 ? at + length : at);
  if (step.kind === "index") {
    const at = fromStart(step.at);
    if (at >= 0 && at < length) return [value[at]];
    throw new JsonPathError(`there is no item ${step.at} in a list of ${length}`);
  }
  const from = fromStart(step.from ?? 0);
  const to = fromStart(step.to ?? length);
  if (from === to) return [];
  if (from < 0 || to < 0 || from >= length || to > length)
    throw new JsonPathError(`a list of ${length} has no items ${step.from ?? ""}:${step.to ?? ""}`);
  if (from > to) throw new JsonPathError(`item ${step.from} comes after item ${step.to}`);
  return value.slice(from, to).filter((_, at) => at % step.step === 0);
}

function compared(left: unknown, operator: Operator, right: unknown): boolean {
  if (typeof left !== typeof right)
    throw new JsonPathError(`${described(left)} cannot be compared with ${described(right)}`);
  if (operator === "==" || operator === "!=") {
    if (typeof left === "object") throw new JsonPathError(`${described(left)} cannot be compared`);
    return (left === right) === (operator === "==");
  }
  if (typeof left === "string" && typeof right === "string") return ordered(compareText(left, right), operator);
  if (typeof left === "number" && typeof right === "number") return ordered(left - right, operator);
  throw new JsonPathError(`${described(left)} has no order`);
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function ordered(difference: number, operator: Exclude<Operator, "==" | "!=">): boolean {
  if (difference === 0) return operator === "<=" || operator === ">=";
  return difference < 0 === operator.startsWith("<");
}

function described(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return { string: "a text", number: "a number", boolean: "true or false" }[typeof value as string] ?? "an object";
}
