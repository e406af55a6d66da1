import { useContext, useEffect, useState } from "preact/hooks";
import { ApplyContext } from "./use-applying.ts";

/** In every view: a change that is taken back unless it is confirmed, and how it ended. */
export function WaitingBanner() {
  const applying = useContext(ApplyContext);
  const waiting = applying?.waiting;
  if (applying === undefined || waiting === undefined) return null;
  const { until, ending, problem, change } = waiting;
  return (
    <section class="edited-banner waiting-banner" aria-label="Confirmation">
      {ending === undefined ? (
        <>
          <span>
            <strong>Not confirmed yet.</strong> What was written is taken back in <TimeLeft until={until} /> unless you
            keep it. {problem}
          </span>
          <span class="edited-actions">
            <button type="button" class="primary" onClick={() => applying.decide("keep")}>
              Keep it
            </button>
            <button type="button" onClick={() => applying.decide("take-back")}>
              Take it back
            </button>
          </span>
          <span class="small">
            In a terminal: <code>calicoctl confirm {change}</code>
          </span>
        </>
      ) : (
        <>
          <span role="status">
            <strong>{ending.isKept ? "Confirmed: what was written stays." : "What was written is taken back."}</strong>
            {!ending.isKept && <span class="said small"> {ending.text}</span>}
          </span>
          <button type="button" onClick={applying.close}>
            Close
          </button>
        </>
      )}
    </section>
  );
}

/** The time until then, as `1:53`. */
function TimeLeft({ until }: { readonly until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((until - now) / 1000));
  return (
    <span class="mono">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
