import { render } from "preact";
import type { PageData } from "../engine/page-data.ts";
import { App } from "./app.tsx";
import { startEngine } from "./state/engine-client.ts";
import { followServer } from "./state/follow-server.ts";

const text = (id: string): string => document.getElementById(id)?.textContent ?? "";
const root = document.getElementById("page");
// What the command line wrote there.
const data = JSON.parse(text("data")) as PageData;
if (root !== null) {
  const isServed = document.documentElement.dataset.served === "true";
  const client = startEngine(text("engine"), data);
  root.replaceChildren();
  render(<App client={client} data={data} {...(isServed && { followData: followServer })} />, root);
}
