import { type FieldNode, ORDER } from "../../generated/order.ts";
import { printed } from "../../json-path/printed.ts";
import type { Path } from "../../json-path/syntax.ts";
import type { KindInfo } from "../../model/kinds/kind.ts";
import type { Resource } from "../../model/resource.ts";
import { UsageError } from "../shell/usage.ts";
import { pathArgument, valuesAt } from "./output/custom-columns.ts";

/** `--field-selector`: conditions that all must hold. */
export type FieldSelector = readonly FieldCondition[];

interface FieldCondition {
  /** As it is typed. */
  readonly field: string;
  readonly path: Path;
  readonly equals: boolean;
  readonly value: string;
}

/** Reads `metadata.name=h1,spec.node!=n2`, as kubectl has it; `undefined` without one. */
export function fieldSelectorOf(text: string | undefined): FieldSelector | undefined {
  return text?.split(",").map((part) => {
    const [, field, operator, value] = /^\s*([A-Za-z0-9.]+)\s*(!=|==?)\s*([^=!]*?)\s*$/.exec(part) ?? [];
    if (field === undefined || operator === undefined || value === undefined)
      throw new UsageError(`invalid field selector \`${text}\``, "such as metadata.name=h1 or spec.node!=n2");
    return { field, path: pathArgument("--field-selector", field), equals: operator !== "!=", value };
  });
}

/** Throws `UsageError` for a field that the kind does not have or that holds no single value: `!=` would choose everything. */
export function checkFields(info: KindInfo, selector: FieldSelector | undefined): void {
  for (const { field } of selector ?? []) {
    const names = field.split(".");
    const node = names.reduce<FieldNode | undefined>(
      (inner, name) =>
        inner?.kind === "object" && Object.hasOwn(inner.fields, name) ? inner.fields[name]?.node : undefined,
      ORDER[info.kind],
    );
    if (node === undefined)
      throw new UsageError(`${info.kind} has no field \`${field}\``, `calicoctl explain ${info.kind}`);
    if (node.kind === "object" || node.kind === "list" || node.kind === "map")
      throw new UsageError(`\`${field}\` has no single value to compare`, "labels are chosen with --selector");
  }
}

/** Whether the resource's fields satisfy the selector; a field that is absent is an empty text, as for kubectl. */
export function fieldsMatch(resource: Resource, selector: FieldSelector | undefined): boolean {
  return (selector ?? []).every(({ path, equals, value }) => {
    const [found = ""] = valuesAt(path, resource);
    return (printed(found) === value) === equals;
  });
}
