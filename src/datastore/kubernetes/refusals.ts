import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { kindOfKey } from "../keys.ts";
import type { Refusal } from "../kv/kv.ts";
import { KUBERNETES_POLICY } from "./sources.ts";

type Change = "create" | "replace" | "delete";

/**
 * Why a change of a resource is never made in Kubernetes, and what to do instead: it is made of an object that other programs
 * write (recorded: cli-profile, cli-wep, cli-node, cli-np-k8s).
 */
export function refusal(key: string, change: Change, calico: CalicoVersionRules): Refusal | undefined {
  const name = key.slice(key.lastIndexOf("/") + 1);
  switch (kindOfKey(key)?.kind) {
    case "Profile":
      return refused("Kubernetes' Namespaces and ServiceAccounts are the profiles", ofProfile(name));
    case "WorkloadEndpoint":
      // v3.9 writes the address into the pod's annotation, v3.32 takes it out.
      if ((change === "delete") === calico.tiers) return undefined;
      return refused("Kubernetes' pods are the workload endpoints", "change the Pod, or what makes it, with kubectl");
    case "Node":
      if (change === "create")
        return refused(
          "Kubernetes' Nodes are the nodes, and its kubelets make them",
          "`apply` changes one that exists",
        );
      return change === "delete"
        ? refused("Kubernetes' Nodes are the nodes", `delete it with \`kubectl delete node ${name}\``)
        : undefined;
    case "NetworkPolicy":
      return name.startsWith(KUBERNETES_POLICY) ? ofPolicy(key, name, change) : undefined;
    default:
      return undefined;
  }
}

function refused(reason: string, help: string): Refusal {
  return { kind: "refused", reason, help };
}

function ofProfile(name: string): string {
  const [prefix, namespace = "", ...account] = name.split(".");
  if (prefix === "kns" && namespace !== "")
    return `its labels are those of the Namespace: \`kubectl label namespace ${namespace} KEY=VALUE\``;
  if (prefix === "ksa" && account.length > 0)
    return `its labels are those of the ServiceAccount: \`kubectl label -n ${namespace} serviceaccount ${account.join(".")} KEY=VALUE\``;
  return "write a policy instead of a profile's rules, and labels with `kubectl label namespace`";
}

function ofPolicy(key: string, name: string, change: Change): Refusal {
  const policy = name.slice(KUBERNETES_POLICY.length);
  const namespace = key.split("/").at(-2) ?? "";
  const verb = change === "delete" ? "delete" : "edit";
  return refused(
    `names that begin with \`${KUBERNETES_POLICY}\` are those of Kubernetes' own NetworkPolicies`,
    change === "create"
      ? "give it another name, or write a NetworkPolicy of `networking.k8s.io/v1` with kubectl"
      : `\`kubectl ${verb} -n ${namespace} networkpolicy ${policy}\``,
  );
}
