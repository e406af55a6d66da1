import type { Resource } from "../../../model/resource.ts";

/** Whether a changed value is still a resource: with a kind and a name. */
export function isResource(value: unknown): value is Resource {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("metadata" in value)) return false;
  const { metadata } = value;
  return typeof metadata === "object" && metadata !== null && "name" in metadata && typeof metadata.name === "string";
}
