import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./action-run.ts";

/** The text of a file of examples/. */
export const EXAMPLE = (name: string) => readFileSync(join(ROOT, "examples", name), "utf8");
/** Policy in which nothing is wrong, in a folder and one below it. */
export const MANIFESTS = {
  "policies/endpoints.yaml": EXAMPLE("flow-tests/policies/endpoints.yaml"),
  "policies/deep/web.yaml": EXAMPLE("flow-tests/policies/web.yaml"),
};
/** Flows that pass with it. */
export const FLOWS = EXAMPLE("flow-tests/flows/web.yaml");
/** Policy with a warning of lint. */
export const LOG = {
  "policies/endpoints.yaml": MANIFESTS["policies/endpoints.yaml"],
  "policies/log.yaml": `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: log }
spec: { selector: has(role), types: [Ingress], ingress: [{ action: Log }] }
`,
};
