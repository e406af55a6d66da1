import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** The first of many things, and a button that shows all. */
export function FirstRows<Item>(props: {
  readonly items: readonly Item[];
  readonly first: number;
  /** What they are called, several of them. */
  readonly called: string;
  readonly children: (shown: readonly Item[]) => ComponentChildren;
}) {
  const { items, first, called, children } = props;
  const [isAll, setAll] = useState(false);
  const shown = isAll ? items : items.slice(0, first);
  return (
    <>
      {children(shown)}
      {items.length > shown.length && (
        <button type="button" class="all" onClick={() => setAll(true)}>
          Show all {items.length.toLocaleString("en")} {called}
        </button>
      )}
    </>
  );
}
