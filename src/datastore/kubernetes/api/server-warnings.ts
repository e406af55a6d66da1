import { printable, shortened } from "../../../model/printable.ts";

/** How many different warnings are told. */
const MOST = 100;

/**
 * Tells each warning of the server once, as kubectl does (a schema that a value does not fit, an old version of a kind). A header has
 * several, each as `299 - "text"`.
 */
export function warningReader(tell: (text: string) => void): (header: string | readonly string[] | undefined) => void {
  const told = new Set<string>();
  return (header) => {
    if (header === undefined) return;
    for (const [, quoted = ""] of String(header).matchAll(/\b299 [^\s"]+ "((?:[^"\\]|\\.)*)"/g)) {
      const text = shortened(printable(quoted.replace(/\\(.)/g, "$1")), 1000);
      if (told.has(text) || told.size >= MOST) continue;
      told.add(text);
      tell(text);
    }
  };
}
