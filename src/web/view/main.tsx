import { render } from "preact";
import type { PageData } from "../engine/page-data.ts";
import { App } from "./app.tsx";
import { ServerNote } from "./parts/server-note.tsx";
import { startEngine } from "./state/engine-client.ts";
import { followServer, type ServerState } from "./state/follow-server.ts";

const text = (id: string): string => document.getElementById(id)?.textContent ?? "";
const root = document.getElementById("page");
// What the command line wrote there.
const data = JSON.parse(text("data")) as PageData;
if (root !== null) {
  const version = document.documentElement.dataset.served;
  const client = startEngine(text("engine"), data);
  root.replaceChildren();
  render(<App client={client} data={data} {...(version !== undefined && { followData: followed(version) })} />, root);
}

/** Follows the server; its state is said above the page. */
function followed(version: string): (onData: (next: PageData) => void) => void {
  const note = document.createElement("div");
  root?.before(note);
  let shown: ServerState | undefined;
  const onState = (state: ServerState): void => {
    if (state === shown) return;
    shown = state;
    render(<ServerNote state={state} since={new Date().toLocaleTimeString()} />, note);
  };
  return (onData) => followServer(version, { onData, onState });
}
