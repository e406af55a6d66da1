import { asSchema, type Json, type Schema, target } from "../schema-files.ts";
import { FORMS, formKeywords, MAP_FORMS } from "./forms.ts";
import { rulesFor } from "./rules/rules.ts";
import { type Place, scalar, typed } from "./scalars.ts";

/**
 * Brings the kinds' schemas to what an editor is to check in the text itself. The validator holds them against resources in
 * their stored form; a text may also have `null` for what is absent, numbers and booleans for text, and fields in another case.
 */
export class Shapes {
  /** Objects that several schemas refer to, and what stands for an absent value. */
  readonly defs = new Map<string, Schema>();
  readonly #schemas: Map<string, Schema>;

  constructor(schemas: Map<string, Schema>) {
    this.#schemas = schemas;
  }

  /** A value of the schema in that file. */
  value(schema: Schema, file: string, place: Place): Schema {
    const known = { ...schema, ...this.#referred(schema, file) };
    const described = description(schema, known);
    const simple = scalar(known, place);
    if (simple !== undefined) return { ...described, ...simple };
    if (typeof schema.$ref === "string") return { ...described, $ref: this.#define(target(file, schema.$ref)) };
    if (known.type === "array") {
      const mayBeAbsent = FORMS[String(asSchema(known.items)["x-form"])]?.emptyItems === true;
      const items = this.value(asSchema(known.items), file, { mayBeAbsent, isRequired: false, keepZero: !mayBeAbsent });
      return { ...described, ...typed(["array", "null"], "array", { items }) };
    }
    return { ...described, ...this.object(known, file) };
  }

  /** An object with its fields, or a map. */
  object(schema: Schema, file: string): Schema {
    if (schema.properties === undefined) return typed(["object", "null"], "object", this.#entries(schema, file));
    const required = (schema.required ?? []) as string[];
    const fields = Object.entries(asSchema(schema.properties)).map(([name, field]): [string, Json] => {
      const isRequired = required.includes(name);
      const place = { mayBeAbsent: !isRequired, isRequired, keepZero: asSchema(field)["x-keep-zero"] === true };
      const shape = this.value(asSchema(field), file, place);
      return [name, isRequired && "properties" in shape ? { ...shape, type: "object" } : shape];
    });
    const rules = rulesFor(
      String(schema.title),
      fields.map(([name]) => name),
    );
    return typed(["object", "null"], "object", {
      title: schema.title ?? "object",
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(fields),
      patternProperties: { [inAnyCase(fields.map(([name]) => name))]: { deprecationMessage: OTHER_CASE } },
      additionalProperties: false,
      ...(rules.length > 0 && { allOf: [...rules] }),
    });
  }

  #entries(schema: Schema, file: string): Schema {
    if (schema.additionalProperties === undefined) return {};
    const { keys, values } = MAP_FORMS[String(schema["x-form"])] ?? {};
    const text = { ...asSchema(schema.additionalProperties), ...(values && { "x-form": values }) };
    const value = this.value(text, file, { mayBeAbsent: true, isRequired: false, keepZero: false });
    return {
      properties: {},
      additionalProperties: value,
      ...(keys && { propertyNames: formKeywords(keys, false) }),
    };
  }

  #referred(schema: Schema, file: string): Schema {
    return typeof schema.$ref === "string" ? asSchema(this.#schemas.get(target(file, schema.$ref))) : {};
  }

  #define(file: string): string {
    const schema = asSchema(this.#schemas.get(file));
    const name = String(schema.title);
    if (!this.defs.has(name)) {
      this.defs.set(name, {});
      this.defs.set(name, this.object(schema, file));
    }
    return `#/$defs/${name}`;
  }
}

const OTHER_CASE =
  "Calico reads this field, though its name is in another case: write it as it is offered [field.case]";

/** Matches the names in any case. */
function inAnyCase(names: readonly string[]): string {
  const anyCase = (name: string): string =>
    name.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return `^(?:${names.map(anyCase).join("|")})$`;
}

/** What a field is for, then what its values are; the same with its code marked for editors that render Markdown. */
function description(use: Schema, value: Schema): Schema {
  const since = use["x-since"] === undefined ? [] : [`Since Calico ${String(use["x-since"])}.`];
  const parts = [use.description, value.description, ...since].filter(
    (part): part is string => typeof part === "string",
  );
  // "A rule." before "A rule: what to do with ..." says nothing.
  const isRepeated = (part: string, at: number): boolean => (parts[at + 1] ?? "").startsWith(part.replace(/[.]$/, ""));
  const text = parts.filter((part, at) => !isRepeated(part, at)).join(" ");
  if (text === "") return {};
  return { description: text, ...(text.includes("`") && { markdownDescription: text }) };
}
