import type { ComponentType } from "preact";
import { OverviewView } from "./overview/overview-view.tsx";
import { PacketView } from "./packet/packet-view.tsx";
import type { Route } from "./state/route.ts";

/** One view of the page: a link in the navigation, and what it shows for a route. */
export interface View {
  /** Routes of this path, and of those below it, are the view's. */
  readonly path: string;
  readonly title: string;
  readonly View: ComponentType<{ readonly route: Route }>;
}

/** The views, in the order of the navigation. */
export const VIEWS: readonly View[] = [
  { path: "/", title: "Cluster", View: OverviewView },
  { path: "/packet", title: "Ask a packet", View: PacketView },
];

/** The view of a path: the one whose path is the longest of those that it begins with. */
export function viewOf(path: string): View | undefined {
  const fitting = VIEWS.filter((view) => path === view.path || path.startsWith(`${view.path}/`));
  return fitting.reduce<View | undefined>(
    (best, view) => (view.path.length > (best?.path.length ?? -1) ? view : best),
    undefined,
  );
}
