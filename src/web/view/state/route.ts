import { useEffect, useState } from "preact/hooks";

/** Where in the page one is: a view, and all of its question. It is the fragment of the address: `#/packet?protocol=tcp&...`. */
export interface Route {
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** The route of a fragment; what is not one is the first view. */
export function routeOf(fragment: string): Route {
  const text = fragment.replace(/^#/, "");
  const cut = text.indexOf("?");
  const path = cut === -1 ? text : text.slice(0, cut);
  const parameters = new Map(new URLSearchParams(cut === -1 ? "" : text.slice(cut + 1)));
  return { path: path.startsWith("/") ? path : "/", parameters };
}

/** The fragment of a route; parameters without a value are left out. */
export function fragmentOf(path: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? `#${path}` : `#${path}?${new URLSearchParams(given)}`;
}

/** The parameter that has the edits in every view; a link within the page need not name it. */
const EDITS = "edits";
let editsParameter = "";

/** Says of the address, without another entry in the history, what the question is now; the edits stay there. */
export function keepInAddress(path: string, parameters: Readonly<Record<string, string | undefined>>): void {
  const fragment = fragmentOf(path, { ...parameters, [EDITS]: editsParameter });
  if (location.hash !== fragment) history.replaceState(history.state, "", fragment);
}

/** The edits of the address, as they are written there; empty where it has none. */
export function editsInAddress(): string {
  return routeOf(location.hash).parameters.get(EDITS) ?? "";
}

/** Puts other edits into the address, and into that of each view from now on. */
export function keepEditsInAddress(written: string): void {
  editsParameter = written;
  if (written !== editsInAddress()) keepRoute(routeOf(location.hash));
}

function keepRoute({ path, parameters }: Route): void {
  keepInAddress(path, Object.fromEntries(parameters));
}

/** The route of the address; it changes with links, and with back and forward. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      const next = routeOf(location.hash);
      if (editsParameter !== "" && !next.parameters.has(EDITS)) keepRoute(next);
      setRoute(next);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
