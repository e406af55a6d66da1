import type { CompiledEndpoint, Net } from "../../../policy/world/compiled.ts";

/** A network as people write it: a single address without its length. */
export function addressText({ text }: Net): string {
  return text.replace(/\/(?:32|128)$/, "");
}

/** The shortest name by which `simulate` finds an endpoint: that of its pod, else its own. */
export function endpointWord({ name, namespace, aliases: [alias = name] }: CompiledEndpoint): string {
  return namespace === undefined ? alias : `${namespace}/${alias}`;
}
