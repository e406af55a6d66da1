import type { ServerState } from "../state/follow-server.ts";

/** What is said while the page does not follow its server; `since` is the time of day at which that began. */
export function ServerNote({ state, since }: { readonly state: ServerState; readonly since: string }) {
  return (
    <div role="status" class="server-note" data-state={state}>
      {state === "gone" && (
        <p class="notice notice-error">
          <strong>The command has ended, or does not answer.</strong> This page shows what it read before {since}, and
          answers questions about that. It follows no changes.
        </p>
      )}
      {state === "stale" && (
        <p class="notice notice-error">
          <strong>The datastore cannot be followed now.</strong> This page shows what was read before {since}. The
          command reports why, and tries again.
        </p>
      )}
    </div>
  );
}
