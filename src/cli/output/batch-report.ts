import type { Span } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { displayId, type ResourceId } from "../../model/resource.ts";

/** A resource of the batch, and where it stood in the input, if it did. */
export interface Place {
  readonly id: ResourceId;
  readonly span: Span | undefined;
}

/** Most stretches of one state that are printed. */
const MOST = 10;

/**
 * Which resources of a batch that ended early are in which state, as stretches in input order:
 * `written: HostEndpoint a (fw.yaml:4) to HostEndpoint c (fw.yaml:22)`. One line a state, those without resources left out.
 */
export function stretches<State extends string>(
  items: readonly Place[],
  stateOf: (at: number) => State,
  states: readonly State[],
): string {
  return states
    .flatMap((state) => {
      const found: string[] = [];
      for (let from = 0; from < items.length; from++) {
        if (stateOf(from) !== state) continue;
        let to = from;
        while (to + 1 < items.length && stateOf(to + 1) === state) to++;
        found.push(to === from ? place(items[from]) : `${place(items[from])} to ${place(items[to])}`);
        from = to;
      }
      if (found.length === 0) return [];
      const shown = found.length > MOST ? [...found.slice(0, MOST), `${found.length - MOST} more`] : found;
      return [`  ${state}: ${shown.join(", ")}\n`];
    })
    .join("");
}

function place(item: Place | undefined): string {
  if (item === undefined) return "";
  const at = item.span === undefined ? "" : ` (${item.span.source}:${item.span.start.line})`;
  return printable(`${displayId(item.id)}${at}`);
}
