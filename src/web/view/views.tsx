import type { ComponentType } from "preact";
import { EditView } from "./edit/edit-view.tsx";
import { ExposureView } from "./exposure/exposure-view.tsx";
import { OverviewView } from "./overview/overview-view.tsx";
import { PacketView } from "./packet/packet-view.tsx";
import { ResourceView } from "./resource/resource-view.tsx";
import { partsOf, resourceOfPath } from "./state/resource-address.ts";
import type { Route } from "./state/route.ts";
import { TestsView } from "./tests/tests-view.tsx";

/** One view of the page, and what it shows for a route. */
export interface View {
  /** Routes of this path, and of those below it, are the view's. */
  readonly path: string;
  readonly title: string;
  /** The path of the view in the navigation from which one comes to it; absent: it is in the navigation itself. */
  readonly within?: string;
  /** What the browser calls a path of it, beside its title. */
  readonly titleOf?: (path: string) => string | undefined;
  readonly View: ComponentType<{ readonly route: Route }>;
}

const RESOURCE = { within: "/", titleOf: nameOfPath, View: ResourceView } as const;

/** The views, in the order of the navigation. */
export const VIEWS: readonly View[] = [
  { path: "/", title: "Cluster", View: OverviewView },
  { path: "/packet", title: "Ask a packet", View: PacketView },
  { path: "/exposure", title: "Who reaches whom", View: ExposureView },
  { path: "/edit", title: "What if", View: EditView },
  { path: "/tests", title: "Flow tests", View: TestsView },
  { path: "/endpoint", title: "Endpoint", ...RESOURCE },
  { path: "/policy", title: "Policy", ...RESOURCE },
  { path: "/resource", title: "Resource", ...RESOURCE },
];

/** The view of a path: the one whose path is the longest of those that it begins with. */
export function viewOf(path: string): View | undefined {
  const fitting = VIEWS.filter((view) => path === view.path || path.startsWith(`${view.path}/`));
  return fitting.reduce<View | undefined>(
    (best, view) => (view.path.length > (best?.path.length ?? -1) ? view : best),
    undefined,
  );
}

function nameOfPath(path: string): string | undefined {
  const resource = resourceOfPath(path);
  return resource === undefined ? undefined : partsOf(resource)[1];
}
