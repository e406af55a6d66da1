import { createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";

/** Says a text to people who listen to the page. */
export const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Announces a text once it has stood for a moment: not every letter that is typed has news. */
export function useAnnouncement(text: string | undefined): void {
  const announce = useContext(AnnounceContext);
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => announce(text), 400);
    return () => clearTimeout(timer);
  }, [text, announce]);
}
