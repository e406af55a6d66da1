import { textOrEmpty } from "../../model/json.ts";
import { parseAddress, parseNet } from "../../model/net/address.ts";
import type { FieldPath } from "../../model/resource.ts";
import type { Report } from "../problem.ts";
import { texts } from "./lenient.ts";

/** Reports a text that is not an address of the IP version; an empty one counts as absent. */
export function checkAddress(value: unknown, family: 4 | 6, path: FieldPath, report: Report): void {
  const address = textOrEmpty(value);
  if (address === "" || parseAddress(address)?.family === family) return;
  report({ code: "address.syntax", message: `invalid IPv${family} address \`${address}\``, path });
}

/**
 * Reports the texts of a list that are neither networks, masked or not, nor addresses. Empty ones count as absent unless
 * `reportsEmpty`.
 */
export function checkNets(
  list: unknown,
  path: FieldPath,
  report: Report,
  { reportsEmpty = false }: { readonly reportsEmpty?: boolean } = {},
): void {
  for (const [at, net] of texts(list)) {
    if ((net === "" && !reportsEmpty) || parseNet(net) !== undefined) continue;
    report({ code: "net.syntax", message: `invalid network or address \`${net}\``, path: [...path, at] });
  }
}

/** Reports a text that is not a MAC address; an empty one counts as absent. */
export function checkMac(value: unknown, path: FieldPath, report: Report): void {
  const mac = textOrEmpty(value);
  if (mac !== "" && !isMac(mac)) report({ code: "address.mac", message: `invalid MAC address \`${mac}\``, path });
}

/** Whether it is a hardware address as Go reads it: 6, 8 or 20 bytes, `aa:bb:..`, `aa-bb-..` or `aabb.ccdd..`. */
export function isMac(text: string): boolean {
  if (text.length > 59) return false;
  const separator = /^[0-9A-Fa-f]{2}([:-])/.exec(text)?.[1];
  const groups = text.split(separator ?? ".");
  const bytes = separator === undefined ? groups.length * 2 : groups.length;
  const group = separator === undefined ? /^[0-9A-Fa-f]{4}$/ : /^[0-9A-Fa-f]{2}$/;
  return [6, 8, 20].includes(bytes) && groups.every((part) => group.test(part));
}
