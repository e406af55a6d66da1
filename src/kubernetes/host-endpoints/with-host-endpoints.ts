import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type Located, outlineOf } from "../../model/resource.ts";
import { autoHostEndpoints } from "./auto-host-endpoints.ts";

const ASSUMED = "automatic host endpoints are on (autoCreate), and kube-controllers makes them of Nodes";

/**
 * The resources and the host endpoints that kube-controllers makes of them, marked as assumed; and a warning for each
 * interface pattern that is not understood, so that its endpoints are missing.
 */
export function withHostEndpoints(
  resources: readonly Located[],
  calico: CalicoVersionRules,
): { readonly resources: readonly Located[]; readonly diagnostics: readonly Diagnostic[] } {
  const made = autoHostEndpoints(
    // Of host endpoints it reads the names, and nothing of policies.
    resources.map(outlineOf),
    calico,
  );
  if (made.endpoints.length === 0 && made.unreadPatterns.length === 0) return { resources, diagnostics: [] };
  const assumed = made.endpoints.map((resource) => ({ resource, assumed: ASSUMED, locate: () => undefined }));
  return {
    resources: [...resources, ...assumed],
    diagnostics: made.unreadPatterns.map((pattern) => ({
      severity: "warning",
      code: "kubernetes.host-endpoints",
      message: `the host endpoints that kube-controllers makes by \`interfacePattern: ${pattern}\` are missing: the pattern is not understood`,
      help: "give them with -f",
    })),
  };
}
