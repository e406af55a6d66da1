import type { FieldPath } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";

/** The largest part of a community of two parts, and of one of three. */
const LARGEST = { 2: 0xffff, 3: 0xffff_ffff } as const;

/**
 * Whether it is a BGP community: `aa:nn` of 16 bit numbers, or `aa:nn:mm` of 32 bit numbers (API reference, BGPConfiguration,
 * `communities`). A BGPFilter (`strict`) takes no leading zeros.
 */
export function isCommunity(text: string, strict = false): boolean {
  const parts = /^\d+:\d+(?::\d+)?$/.test(text) ? text.split(":") : [];
  if (strict && (text.length > 32 || parts.some((part) => /^0\d/.test(part)))) return false;
  return parts.length > 0 && parts.every((part) => Number(part) <= LARGEST[parts.length === 2 ? 2 : 3]);
}

/** The help of every finding about an invalid community. */
export const COMMUNITY_HELP = "a community is `aa:nn`, each up to 65535, or `aa:nn:mm`, each up to 4294967295";

/** Reports text that is not a community. */
export function checkCommunity(text: string, path: FieldPath, report: Report, strict = false): void {
  if (isCommunity(text, strict)) return;
  report({ code: "bgp.communities", message: `invalid community \`${text}\``, help: COMMUNITY_HELP, path });
}
