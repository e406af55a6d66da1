import { SELDOM } from "./tool-scripts.ts";

/** What the name of a script and the path of a module in it are joined by, until they are two words of a call. */
export const IN = "#";

/** What `import()` of a module of ours is: the module, copied into an object with a function for each name. */
const COPY = new RegExp(`[\\w$]+\\((require\\("\\./\\w+\\.cjs${IN}src/[^"]+"\\))(?:,1)?\\)`, "g");

/** An import of a module in another script, with the variable that gets it. */
const CALL = new RegExp(`(?:(?<=[\\s,;{(])([\\w$]+)=)?require\\("(\\./\\w+\\.cjs)${IN}([^"]+)"\\)`, "g");

/**
 * The code of a script as esbuild makes it, with calls of what other scripts export; what is seldom used, `bin/calicoctl` loads
 * when it is.
 */
export function withCalls(code: string): string {
  return code
    .replaceAll(COPY, "$1")
    .replaceAll(CALL, (_, variable: string | undefined, script: string, path: string) => {
      const call = `require("${script}")("${path}")`;
      if (variable === undefined) return call;
      if (!SELDOM.includes(path)) return `${variable}=${call}`;
      return `${variable}=require.moduleWhenUsed(()=>${call},(loaded)=>{${variable}=loaded})`;
    });
}
