import type { Net } from "../../../policy/world/compiled.ts";

/** A network as people write it: a single address without its length. */
export function addressText({ text }: Net): string {
  return text.replace(/\/(?:32|128)$/, "");
}
