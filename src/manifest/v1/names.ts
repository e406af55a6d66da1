import { type Address, formatAddress, formatCidr, parseAddress, parseNet } from "../../model/net/address.ts";
import { sha1 } from "../../model/sha1.ts";

/**
 * A host's name as v3 has it: lower case, `.` for `/`, `-` for other characters that DNS names do not have, one `.` for
 * several with or without `-`, letters or digits at both ends. Nothing is appended; the node itself uses the same name.
 */
export function nodeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("/", ".")
    .replaceAll(/[^a-z0-9.-]+/g, "-")
    .replaceAll(/[.-]+/g, (run) => (run.includes(".") ? "." : run))
    .replace(/^[.-]+/, "")
    .replace(/(?<![.-])[.-]+$/, "");
}

/** Any other name: as a host's, and one that had to change gets a mark of the old one, so that no two become one. */
export function v3Name(name: string): string {
  return marked(name, nodeName(name));
}

/** A policy's name, which may have no dots. */
export function policyName(name: string): string {
  return marked(name, nodeName(name).replaceAll(".", "-"));
}

/** The profile that Calico makes for a Kubernetes namespace is called `kns.` in v3; others are named as anything else. */
export function profileName(name: string): string {
  return v3Name(name.startsWith("k8s_ns.") ? `kns.${name.slice("k8s_ns.".length)}` : name);
}

/** With `-` and the first 8 digits of the old name's SHA-1, where the new one differs. */
function marked(old: string, name: string): string {
  return old === name ? name : `${name}-${sha1(old).slice(0, 8)}`;
}

/** An address as a part of a name: `10-0-0-1`, IPv6 in full (`00aa-00bb-0000-...`); other text as `policyName` changes it. */
export function addressName(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? policyName(text) : digits(address);
}

function digits(address: Address): string {
  if (address.family === 4) return formatAddress(address).replaceAll(".", "-");
  return (address.value.toString(16).padStart(32, "0").match(/.{4}/g) ?? []).join("-");
}

/** A pool's name: its range as written in v3, with `-` for `.`, `:` and `/` (`10-0-0-0-8`, `fd00-1---64`). */
export function networkName(text: string): string {
  return networkText(text).replaceAll(/[.:/]/g, "-");
}

/** A network or address in v3's form, with its host bits; an address gets its length (`10.0.0.1/32`). Other text stays. */
export function networkText(text: string): string {
  const net = parseNet(text);
  return net === undefined ? text : `${formatAddress(net.address)}/${net.prefix}`;
}

/** An address in v3's form (`fd00::1`); other text stays, for the checks to refuse. */
export function addressText(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? text : formatAddress(address);
}

/** A network or address in v3's form, without its host bits; other text stays. */
export function maskedText(text: string): string {
  const net = parseNet(text);
  return net === undefined ? text : formatCidr(net);
}
