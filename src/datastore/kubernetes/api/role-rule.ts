import type { ApiResource } from "./kubernetes-api.ts";

/** The rule of a Role or ClusterRole that gives a right, to be copied; a subresource stands behind its resource (`pods/status`). */
export function roleRule({ group, resource }: Pick<ApiResource, "group" | "resource">, verb: string): string {
  return `{apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}`;
}
