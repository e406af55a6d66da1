import type { SafeChanges } from "../../engine/editing/safe-changes.ts";

const ORDERS: Readonly<Record<SafeChanges["order"], { readonly text: string; readonly style: string }>> = {
  given: { text: "In the order below no single write cuts a lifeline (proved).", style: "effect-none" },
  other: {
    text: "The writes are in the order of the guard: in it no single one cuts a lifeline (proved), in the usual order one would.",
    style: "notice",
  },
  none: { text: "The order below cuts a lifeline, and no order is found in which none is cut.", style: "notice" },
  "not proved": { text: "It is not proved that no write in the order below cuts a lifeline.", style: "notice" },
  unknown: { text: "Objects of Kubernetes change, too: no order of the writes was looked for.", style: "muted small" },
};

/** Whether writes cut a lifeline on the way (ssh, DHCP, DNS, ...), as `guard` proves it; without an answer yet, that it is looked for. */
export function OrderNote({ safe }: { readonly safe: SafeChanges | undefined }) {
  if (safe === undefined) return <p class="muted small">Looking for an order in which no write cuts a lifeline…</p>;
  const { text, style } = ORDERS[safe.order];
  return (
    <>
      <p class={style}>{text}</p>
      {safe.report !== "" && (
        <details class="more">
          <summary>What the guard says</summary>
          <pre class="guard-report">{safe.report}</pre>
        </details>
      )}
    </>
  );
}
