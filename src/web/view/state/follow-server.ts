import type { PageData } from "../../engine/page-data.ts";

/** Fetches the data again whenever the server says that it has changed. */
export function followServer(receive: (data: PageData) => void): void {
  const changes = new EventSource("changes");
  changes.onmessage = () => {
    fetch("data.json", { cache: "no-store" })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((data: PageData | undefined) => {
        if (data !== undefined) receive(data);
      })
      // A server that has ended has no news; the page goes on with what it has.
      .catch(() => undefined);
  };
}
