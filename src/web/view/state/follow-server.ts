import type { PageData } from "../../engine/page-data.ts";

/** How the page stands to its server: it follows it, the server cannot follow what it shows, or it does not answer. */
export type ServerState = "following" | "stale" | "gone";

/** What is called with news of the server. */
interface ServerNews {
  readonly onData: (data: PageData, version: number) => void;
  readonly onState: (state: ServerState) => void;
}

/** Fetches the data again whenever the server has another version of it than `version`, also after a connection was lost. */
export function followServer(version: string, { onData, onState }: ServerNews): void {
  const changes = new EventSource("changes");
  let held = version;
  let wanted = version;
  let isFetching = false;
  const fetchWanted = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    try {
      while (held !== wanted) {
        const fetched = wanted;
        const response = await fetch("data.json", { cache: "no-store" });
        if (!response.ok) break;
        onData((await response.json()) as PageData, Number(fetched));
        held = fetched;
      }
    } catch {
      // The stream of changes ends, too, and is opened again.
    } finally {
      isFetching = false;
    }
  };
  changes.onmessage = ({ data }: MessageEvent<string>) => {
    wanted = data;
    void fetchWanted();
  };
  changes.addEventListener("state", ({ data }: MessageEvent<string>) =>
    onState(data === "stale" ? "stale" : "following"),
  );
  changes.onerror = () => onState("gone");
}
