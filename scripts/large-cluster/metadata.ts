import { type JsonObject, objectOrEmpty } from "../../src/model/json.ts";
import { random } from "../bench-world.ts";

/** A generator of numbers that a text begins. */
export function run(text: string): (below: number) => number {
  let seed = 7;
  for (const char of text) seed = (Math.imul(seed, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return random(seed);
}

/** A UID that belongs to a text. */
export function uid(text: string): string {
  const next = run(text);
  const digits = Array.from({ length: 32 }, () => next(16).toString(16)).join("");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    "-",
  );
}

/** Who set which fields, as the API server keeps it: one entry for what a client wrote, one for the status. */
export function managedFields(
  kind: string,
  { spec, status }: JsonObject,
  labels: readonly string[],
): readonly JsonObject[] {
  const entry = (manager: string, fields: JsonObject, subresource: JsonObject = {}): JsonObject => ({
    apiVersion: "v1",
    fieldsType: "FieldsV1",
    fieldsV1: fields,
    manager,
    operation: "Update",
    ...subresource,
    time: "2026-11-20T06:31:08Z",
  });
  const owned = {
    "f:metadata": { "f:labels": { ".": {}, ...Object.fromEntries(labels.map((key) => [`f:${key}`, {}])) } },
    ...(spec !== undefined && { "f:spec": fieldsOf(spec) }),
  };
  return [
    entry(kind === "Pod" ? "kube-controller-manager" : "kubectl-client-side-apply", owned),
    ...(status === undefined ? [] : [entry("kubelet", { "f:status": fieldsOf(status) }, { subresource: "status" })]),
  ];
}

/** The names of fields; items of a list by their name where they have one. */
function fieldsOf(value: unknown): JsonObject {
  if (Array.isArray(value)) {
    const named = value.map(objectOrEmpty).filter(({ name }) => typeof name === "string");
    return Object.fromEntries(
      named.map((item) => [`k:${JSON.stringify({ name: item.name })}`, { ".": {}, ...fieldsOf(item) }]),
    );
  }
  const entries = Object.entries(objectOrEmpty(value));
  return Object.fromEntries(entries.map(([key, inner]) => [`f:${key}`, fieldsOf(inner)]));
}
