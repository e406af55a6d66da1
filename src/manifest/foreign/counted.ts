import type { Diagnostic } from "../../model/diagnostic.ts";
import { API_VERSION } from "../../model/resource.ts";

/** Objects of other APIs, counted by `kind (apiVersion)`, by what was done with them. */
export interface OtherObjects {
  /** Calico does not read their kinds. */
  readonly passedOver: Map<string, number>;
  /** Kubernetes' own: what Calico makes of them was read. */
  readonly converted: Map<string, number>;
  /** Calico's resources as Kubernetes stores them. */
  readonly stored: Map<string, number>;
}

/** No objects yet. */
export function noOtherObjects(): OtherObjects {
  return { passedOver: new Map(), converted: new Map(), stored: new Map() };
}

/** Counts an object. */
export function count(counts: Map<string, number>, kind: string, apiVersion: string | undefined): void {
  const name = `${kind} (${apiVersion})`;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/**
 * One finding for all objects that were passed over; with `isChecked` also one for those that were checked as what Calico reads
 * of them.
 */
export function countedFindings(
  { passedOver, converted, stored }: OtherObjects,
  isChecked: boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (isChecked && stored.size > 0) {
    const message = `${subject(stored)} in the form in which Kubernetes stores Calico's resources: ${listed(stored).replaceAll(/ \([^)]*\)/g, "")}`;
    const help = `commands that write do not take it: \`calicoctl convert -f FILE\` prints it as \`${API_VERSION}\``;
    found.push({ severity: "info", code: "api-version.stored", message, help });
  }
  if (isChecked && converted.size > 0) {
    const message = `${subject(converted)} Kubernetes' own, checked as what Calico makes of ${many(converted) ? "them" : "it"}: ${listed(converted)}`;
    found.push({ severity: "info", code: "kubernetes.converted", message, help: "`kubectl` writes such objects" });
  }
  if (passedOver.size > 0) {
    const kinds = many(passedOver) ? "their kinds" : "its kind";
    const message = `${subject(passedOver)} passed over, as Calico does not read ${kinds}: ${listed(passedOver)}`;
    const isPolicy = [...passedOver.keys()].some((kind) => /^(?:Baseline)?AdminNetworkPolicy /.test(kind));
    found.push({
      severity: "warning",
      code: "kubernetes.passed-over",
      message,
      ...(isPolicy && { help: NOT_ENFORCED }),
    });
  }
  return found;
}

const NOT_ENFORCED =
  "Calico 3.32 and 3.9 do not read AdminNetworkPolicy and BaselineAdminNetworkPolicy, so nothing enforces them: 3.32 reads ClusterNetworkPolicy (policy.networking.k8s.io/v1alpha2)";

function subject(counts: ReadonlyMap<string, number>): string {
  return many(counts) ? `${total(counts)} objects are` : "an object is";
}

const many = (counts: ReadonlyMap<string, number>): boolean => total(counts) > 1;

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, number) => sum + number, 0);
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .map(([kind, number]) => `${number} ${kind}`)
    .sort()
    .join(", ");
}
