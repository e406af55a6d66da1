import type { Span } from "../../../model/diagnostic.ts";
import { printable } from "../../../model/printable.ts";
import { displayId, type ResourceId } from "../../../model/resource.ts";

/** A resource of the batch; `locate` finds its place in the input, called only for those that are shown. */
export interface Place {
  readonly id: ResourceId;
  readonly locate?: (() => Span | undefined) | undefined;
}

/** The message for a write that lost the compare-and-swap to other writers until its time was up. */
export function lostAgain(resource: string): string {
  return `${resource} was changed by other writers during every attempt`;
}

/** What to do about that. */
export const TRY_AGAIN = "try again, or let it try for longer with --timeout";

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
      const texts: (() => string)[] = [];
      for (let from = 0; from < items.length; from++) {
        if (stateOf(from) !== state) continue;
        let to = from;
        while (to + 1 < items.length && stateOf(to + 1) === state) to++;
        const [first, last] = [items[from], items[to]];
        texts.push(() => (first === last ? place(first) : `${place(first)} to ${place(last)}`));
        from = to;
      }
      if (texts.length === 0) return [];
      const shown = texts.slice(0, MOST).map((text) => text());
      if (texts.length > MOST) shown.push(`${texts.length - MOST} more`);
      return [`  ${state}: ${shown.join(", ")}\n`];
    })
    .join("");
}

function place(item: Place | undefined): string {
  if (item === undefined) return "";
  const span = item.locate?.();
  const at = span === undefined ? "" : ` (${span.source}:${span.start.line})`;
  return printable(`${displayId(item.id)}${at}`);
}
