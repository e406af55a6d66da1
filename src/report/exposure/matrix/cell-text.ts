import type { MatrixCell, MatrixQuestion } from "../../../analysis/exposure/matrix/matrix.ts";
import type { MatrixEnd } from "../../../analysis/exposure/matrix/matrix-ends.ts";
import type { Family, Interval, Region } from "../../../analysis/sets/dimension.ts";
import { byService } from "../../regions/by-service.ts";
import { servicesText } from "../../regions/region-text.ts";
import { endpointLabel } from "../exposure-groups.ts";
import { withoutOtherIcmp } from "../exposure-rows.ts";

/** What stands for a cell that nothing may pass, and after services of which that is true of some addresses alone. */
export const NOTHING = "-";
export const PARTLY = "*";

/** What an end is called. */
export function endName(end: MatrixEnd): string {
  if (end.kind === "endpoint") return endpointLabel(end.endpoint);
  return end.kind === "addresses" ? end.name : "anywhere else";
}

/**
 * What may pass from an end to another in a few words: `all`, `TCP 22, 443; ICMP`, `-`. After services that may pass between some
 * of the addresses, and not all, is a `*`. Where the IP versions differ, both are said.
 */
export function cellText({ source, destination, answers }: MatrixCell): string {
  if (answers.length === 0) return "no common IP version";
  const texts = answers.map(({ family, allowed }) => ({
    family,
    text: allowed === "own node" ? "own node" : allowedText(family, allowed, source, destination),
  }));
  const [first] = texts;
  if (first !== undefined && texts.every(({ text }) => text === first.text)) return first.text;
  return texts.map(({ family, text }) => `IPv${family}: ${text}`).join("; ");
}

/** The cells of a matrix, a row for each source. */
export function rowsOfCells(
  { sources }: MatrixQuestion,
  cells: readonly MatrixCell[],
): readonly (readonly MatrixCell[])[] {
  const rows = new Map<MatrixEnd, MatrixCell[]>(sources.map((source) => [source, []]));
  for (const cell of cells) rows.get(cell.source)?.push(cell);
  return [...rows.values()];
}

function allowedText(family: Family, regions: readonly Region[], source: MatrixEnd, destination: MatrixEnd): string {
  const texts = byService(regions, "source").flatMap((region) => {
    const services = withAll(servicesText(withoutOtherIcmp(family, region)), family);
    if (services === "") return [];
    const isWhole =
      isSame(region.source, source.addresses[family]) && isSame(region.destination, destination.addresses[family]);
    return [isWhole ? services : `${services}${PARTLY}`];
  });
  return texts.length === 0 ? NOTHING : [...new Set(texts)].join("; ");
}

/** `all` for every protocol; ICMP of the other IP version is none of them. */
function withAll(services: string, family: Family): string {
  const other = family === 4 ? "ICMPv6" : "ICMP";
  return services === "any protocol" || services === `any protocol except ${other}` ? "all" : services;
}

/** Whether a region has all addresses of an end; neither has bounds where all addresses are meant. */
function isSame(found: readonly Interval[] | undefined, all: readonly Interval[] | undefined): boolean {
  return found === undefined || (all !== undefined && found.join() === all.join());
}
