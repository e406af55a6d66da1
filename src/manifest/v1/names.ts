import { type Address, parseAddress, parseCidr } from "../../model/net/address.ts";

/**
 * A name as v3 allows it: lower case, with `-` for what DNS names do not have; beginning and end are letters or digits.
 * `dots`: whether the kind's names may have any (policies' may not).
 */
export function v3Name(name: string, dots = true): string {
  const plain = name.toLowerCase().replaceAll(dots ? /[^a-z0-9.-]+/g : /[^a-z0-9-]+/g, "-");
  return plain
    .split(".")
    .map((part) => part.replaceAll(/^-+|-+$/g, ""))
    .filter((part) => part !== "")
    .join(".");
}

/** A node's name: hosts are known by their names in lower case. */
export function nodeName(name: string): string {
  return name.toLowerCase();
}

/** The profile that Calico makes for a Kubernetes namespace is called `kns.` in v3; others keep their names. */
export function profileName(name: string): string {
  return name.startsWith("k8s_ns.") ? v3Name(`kns.${name.slice("k8s_ns.".length)}`) : v3Name(name);
}

/** An address as a part of a name, `10-0-0-1`, IPv6 in full: `00aa-00bb-0000-...`; other text as `v3Name` changes it. */
export function addressName(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? v3Name(text, false) : digits(address);
}

/** A network as a name, `10-0-0-0-8`. */
export function networkName(text: string): string {
  const cidr = parseCidr(text);
  return cidr === undefined ? v3Name(text, false) : `${digits(cidr.address)}-${cidr.prefix}`;
}

function digits({ family, value }: Address): string {
  if (family === 6) return (value.toString(16).padStart(32, "0").match(/.{4}/g) ?? []).join("-");
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join("-");
}

/** Labels of a workload's namespace, as the early API named them, and as v3 does. */
const NAMESPACE_LABEL = "calico/k8s_ns";
const NAMESPACE_LABELS = "k8s_ns/label/";

/** A label's key as v3 has it: those that Calico makes for Kubernetes namespaces have new names. */
export function labelKey(key: string): string {
  if (key === NAMESPACE_LABEL) return "projectcalico.org/namespace";
  return key.startsWith(NAMESPACE_LABELS) ? `pcns.${key.slice(NAMESPACE_LABELS.length)}` : key;
}

/** Labels under their new names. */
export function v3Labels(labels: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [labelKey(key), value]));
}

/** A selector with the labels' new names; text in quotes is a value and stays. */
export function v3Selector(text: string): string {
  return text.replaceAll(/'[^']*'|"[^"]*"|[A-Za-z0-9_./-]+/g, (word) => labelKey(word));
}
