import { render } from "preact";
import type { PageData } from "../engine/page-data.ts";
import { App, type AppProps } from "./app.tsx";
import { ServerNote } from "./parts/server-note.tsx";
import { startEngine } from "./state/engine-client.ts";
import { followServer, type ServerState } from "./state/follow-server.ts";
import { interruptible } from "./state/interruptible.ts";
import { unpacked } from "./state/unpacked.ts";

const text = (id: string): string => document.getElementById(id)?.textContent ?? "";
const root = document.getElementById("page");
// What the command line wrote there.
const data = JSON.parse(text("data")) as PageData;
if (root !== null) void start(root);

async function start(page: HTMLElement): Promise<void> {
  const version = document.documentElement.dataset.served;
  const script = await unpacked(text("engine"));
  const client = startEngine(script, data);
  const slow = interruptible(data, (current) => startEngine(script, current));
  const followData = version !== undefined && {
    followData: followed(version),
    served: { version: Number(version), mayWrite: document.documentElement.dataset.writes !== undefined },
  };
  page.replaceChildren();
  render(<App client={client} slow={slow} data={data} {...followData} />, page);
}

/** Follows the server; its state is said above the page. */
function followed(version: string): NonNullable<AppProps["followData"]> {
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
