import type { DnatStep, ProxyRefusal, SourceNatStep } from "../../policy/translations/translation-steps.ts";

/** What a destination NAT did. */
export function dnatText(step: DnatStep): string {
  const target = step.target === undefined ? "" : ` (${step.target})`;
  const one = step.choices === undefined ? "" : `, one of ${step.choices}`;
  const affinity = step.affinity === true ? ", always the same for one source" : "";
  if (step.applied) return `${step.from} becomes ${step.to}${target}${one}${affinity}`;
  return `${step.from} stays: packets that are not tracked are not translated to ${step.to}`;
}

/** What a source NAT did. */
export function sourceNatText({ from, to, why, keepsPort }: SourceNatStep): string {
  return `${from} becomes ${to}${keepsPort === true ? ", with its own port" : ""}: ${why}`;
}

/** Why kube-proxy refused a packet. */
export function refusalText({ action, by = "a Service" }: ProxyRefusal): string {
  return action === "drop" ? `${by} drops the packet` : `${by} has no backends`;
}
