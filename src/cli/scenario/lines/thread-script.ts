import { join } from "node:path";
import { textOfFile } from "../../../files/read-text.ts";

/** What `bin/calicoctl` gives the scripts of the built tool; where the source is run there may be none, or another. */
declare const require: { readonly textOf?: (name: string) => string } | undefined;

const SCRIPT = "row-thread.cjs";

/**
 * The text of what a thread runs that reads rows. It is read before the first line is, as lines may come for days, in which the package
 * may be removed or replaced: then threads are still of the same build. Throws where it is already another one.
 */
export function threadScript(): string {
  const textOf = typeof require === "undefined" ? undefined : require.textOf;
  if (textOf !== undefined) return textOf(SCRIPT);
  return textOfFile(join(import.meta.dirname, "..", "..", "..", "..", "dist", SCRIPT));
}
