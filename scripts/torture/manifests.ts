import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A HostEndpoint whose label `gen` says which write it is of. */
export function endpoint(name: string, gen: string, resourceVersion?: string): object {
  return {
    apiVersion: "projectcalico.org/v3",
    kind: "HostEndpoint",
    metadata: { name, labels: { gen }, ...(resourceVersion !== undefined && { resourceVersion }) },
    spec: { node: "n", interfaceName: "eth0", expectedIPs: ["10.0.0.1"] },
  };
}

let written = 0;

/** Writes resources to a new file of the folder, and returns its path. */
export function manifest(folder: string, resources: readonly object[]): string {
  const path = join(folder, `m${++written}.yaml`);
  writeFileSync(path, resources.map((one) => JSON.stringify(one)).join("\n---\n"));
  return path;
}

/** The label `gen` of each HostEndpoint in the answer to `get hep -o json`. */
export function generations(json: string): Map<string, string | undefined> {
  const { items }: { items: { metadata: { name: string; labels?: { gen?: string } } }[] } = JSON.parse(json);
  return new Map(items.map(({ metadata }) => [metadata.name, metadata.labels?.gen]));
}
