import type { ResourceId } from "../../../model/resource.ts";

/** A resource as `-o name` prints it and every command takes it: `hostendpoint/node1-eth0`. */
export function resourceName({ kind, name }: ResourceId): string {
  return `${kind.toLowerCase()}/${name}`;
}
