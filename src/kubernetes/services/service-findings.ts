import type { Diagnostic } from "../../model/diagnostic.ts";
import type { BackendSource } from "./service-endpoints.ts";
import type { ClusterService } from "./services.ts";

/** As many Services as a message lists. */
const MOST_LISTED = 5;

/**
 * The findings about Services that have no EndpointSlice here, which is all that kube-proxy reads: their Endpoints are taken
 * instead, or they are taken to have no backends, or these are unknown, and so is what becomes of packets to them.
 */
export function serviceFindings(services: readonly ClusterService[]): readonly Diagnostic[] {
  const named = (wanted: BackendSource) =>
    services.flatMap(({ namespace, name, source, isHeadless, selector, ports }) => {
      // A Service without a selector may have no slice, and the cluster no backend of it.
      const isReported = source === wanted && (source !== "others" || Object.keys(selector).length > 0);
      return isReported && !isHeadless && ports.length > 0 ? [`${namespace}/${name}`] : [];
    });
  const [mirrored, missing, unknown] = [named("endpoints"), named("others"), named("unknown")];
  const found: Diagnostic[] = [];
  if (mirrored.length > 0) {
    const message = `of Services without an EndpointSlice the Endpoints are taken, of which a cluster makes the slices: ${listed(mirrored)}`;
    found.push({ severity: "warning", code: "kubernetes.endpoints", message });
  }
  if (missing.length > 0) {
    const message = `Services are taken to have no backends, as there are EndpointSlices of others only: ${listed(missing)}`;
    const help = "a cluster makes a slice of every Service that has a selector: give those of all namespaces, too";
    found.push({ severity: "warning", code: "kubernetes.no-slices", message, help });
  }
  if (unknown.length > 0) {
    const message = `the backends of Services are unknown, as there are no EndpointSlices: ${listed(unknown)}`;
    const help = "packets to them are taken not to be translated: give `kubectl get endpointslices -A -o yaml`, too";
    found.push({ severity: "warning", code: "kubernetes.no-slices", message, help });
  }
  return found;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).join(", ");
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
