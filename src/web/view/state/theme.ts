import { useEffect, useState } from "preact/hooks";

/** What the page looks like: as the system prefers it, until one is chosen. */
export type Theme = "light" | "dark";

const KEY = "calicoctl-explore-theme";

/** The theme, and what changes it to the other. The choice is kept where the browser lets a page keep anything. */
export function useTheme(): readonly [theme: Theme, toggle: () => void] {
  const [chosen, setChosen] = useState<Theme | undefined>(keptTheme);
  const [preferred, setPreferred] = useState<Theme>(preferredTheme);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => setPreferred(preferredTheme());
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  const theme = chosen ?? preferred;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const toggle = (): void => {
    const other = theme === "dark" ? "light" : "dark";
    setChosen(other);
    keepTheme(other);
  };
  return [theme, toggle];
}

function preferredTheme(): Theme {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page that may not keep anything begins with the preferred theme again.
  }
}
