import { printable, shortened } from "../../../model/printable.ts";

/** How many different warnings are passed on. */
const MOST = 100;

/**
 * Tells each warning of the server once, as kubectl does (a schema that a value does not fit, an old version of a kind). A header has
 * several, each as `299 - "text"`.
 */
export function warningReader(tell: (text: string) => void): (header: string | readonly string[] | undefined) => void {
  const passedOn = new Set<string>();
  return (header) => {
    if (header === undefined) return;
    for (const [, quoted = ""] of String(header).matchAll(/\b299 [^\s"]+ "((?:[^"\\]|\\.)*)"/g)) {
      const text = shortened(printable(quoted.replace(/\\(.)/g, "$1")), 1000);
      if (passedOn.has(text) || passedOn.size >= MOST) continue;
      passedOn.add(text);
      tell(text);
    }
  };
}
