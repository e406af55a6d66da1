import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PageData } from "../engine/page-data.ts";
import { ApplyContext, useApplying } from "./apply/use-applying.ts";
import { WaitingBanner } from "./apply/waiting-banner.tsx";
import { EditedBanner } from "./edits/edited-banner.tsx";
import { EditsContext, isEmpty, useEdits } from "./edits/use-edits.ts";
import { ThemeIcon } from "./parts/icons.tsx";
import { NoView } from "./parts/no-view.tsx";
import { AnnounceContext } from "./state/announce.tsx";
import type { EngineClient } from "./state/engine-types.ts";
import { useRoute } from "./state/route.ts";
import { useTheme } from "./state/theme.ts";
import { EngineContext } from "./state/use-answer.ts";
import { VIEWS, type View, viewOf } from "./views.tsx";

/** What a page is started with. */
export interface AppProps {
  readonly client: EngineClient;
  /** Another engine on the same data, for what takes long. */
  readonly slow: EngineClient;
  readonly data: PageData;
  /** Calls back with new data and its version whenever there is some; absent in a saved page. */
  readonly followData?: (receive: (data: PageData, version: number) => void) => void;
  /** What a served page knows of its server: the version of the data, and whether it writes what the page asks it to. */
  readonly served?: { readonly version: number; readonly mayWrite: boolean };
}

/** The page: its header, the view of the route, and what is said to those who listen. */
export function App({ client, slow, data, followData, served }: AppProps) {
  const route = useRoute();
  const [theme, toggleTheme] = useTheme();
  const [{ title, version, ofServer }, setData] = useState({
    title: data.title,
    version: 0,
    ofServer: served?.version ?? 0,
  });
  const [announcement, setAnnouncement] = useState("");
  const announce = useCallback((text: string) => setAnnouncement(text), []);
  const editing = useEdits();
  const { edits, isShown, isReading } = editing;
  const applying = useApplying(served?.mayWrite ?? false, ofServer, editing);
  const isEdited = isShown && !isEmpty(edits);
  const engine = useMemo(
    () => ({ client, slow, version, ...(isEdited && { edits }) }),
    [client, slow, version, isEdited, edits],
  );
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(route.path);
  const view = viewOf(route.path);

  useEffect(() => {
    followData?.((next, ofServer) => {
      client.open(next);
      slow.open(next);
      setData((last) => ({ title: next.title, version: last.version + 1, ofServer }));
      setAnnouncement("The data has changed.");
    });
  }, [client, slow, followData]);
  useEffect(() => {
    document.title = [view?.titleOf?.(route.path), view?.title, title].filter((text) => text !== undefined).join(" · ");
  }, [view, title, route.path]);
  useEffect(() => {
    // A link to another view leads there for those who use a keyboard, too; the first view leaves the focus alone.
    if (shownPath.current !== route.path) main.current?.focus();
    shownPath.current = route.path;
  }, [route.path]);

  // A button, as a link to a place would put itself where the question is, into the fragment.
  const toMain = (): void => main.current?.focus();
  return (
    <EngineContext.Provider value={engine}>
      <EditsContext.Provider value={editing}>
        <AnnounceContext.Provider value={announce}>
          <ApplyContext.Provider value={applying}>
            <button type="button" class="skip" onClick={toMain}>
              Skip to the content
            </button>
            <header class="top">
              <div class="brand">
                <span class="brand-name">calicoctl explore</span>
                <span class="brand-title" title={title}>
                  {title}
                </span>
              </div>
              <nav aria-label="Views">
                <ul>
                  {VIEWS.filter(({ within }) => within === undefined).map(({ path, title: name }) => (
                    <li key={path}>
                      <a href={`#${path}`} aria-current={currentOf(path, view)}>
                        {name}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <button
                type="button"
                class="icon"
                onClick={toggleTheme}
                aria-label={`Use the ${theme === "dark" ? "light" : "dark"} theme`}
              >
                <ThemeIcon theme={theme} />
              </button>
            </header>
            <main id="main" ref={main} tabIndex={-1}>
              {!isReading && <EditedBanner />}
              <WaitingBanner />
              {isReading ? (
                <p class="muted" aria-busy="true">
                  Reading the edits of this link…
                </p>
              ) : view === undefined ? (
                <NoView path={route.path} />
              ) : (
                <view.View route={route} key={view.path} />
              )}
            </main>
            <div class="unseen" role="status" aria-live="polite">
              {announcement}
            </div>
          </ApplyContext.Provider>
        </AnnounceContext.Provider>
      </EditsContext.Provider>
    </EngineContext.Provider>
  );
}

/** Whether a link of the navigation leads to the view that is shown, or is what one came from. */
function currentOf(path: string, view: View | undefined): "page" | "true" | undefined {
  if (view?.path === path) return "page";
  return view?.within === path ? "true" : undefined;
}
