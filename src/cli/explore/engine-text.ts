import { join } from "node:path";
import { textOfFile } from "../../files/read-text.ts";

/** The script that has the page's worker, and the module that starts it. */
const WORKER = { script: "./engine.cjs", module: "src/web/worker/worker.ts" } as const;
/** What a built script reads: another script, or the schema of a kind. */
const READS = /require\("(\.\/\w+\.cjs|\.\.\/schemas\/[\w-]+\.schema\.json)"\)/g;

/**
 * The engine of the page as one script, of the built scripts that it needs in the folder: it leaves what the worker's module
 * exports in `module.exports`. Throws the system's error.
 */
export function engineText(dist: string): string {
  const parts = new Map<string, string>();
  const add = (id: string): void => {
    if (parts.has(id)) return;
    const text = textOfFile(join(dist, id));
    parts.set(id, id.endsWith(".json") ? `module.exports=${JSON.stringify(JSON.parse(text))}` : text);
    for (const [, next = ""] of text.matchAll(READS)) add(next);
  };
  add(WORKER.script);
  const functions = [...parts].map(
    ([id, text]) => `${JSON.stringify(id)}:function(module,exports,require,__filename,__dirname){${text}\n}`,
  );
  return `module.exports=(function(){var parts={${functions.join(",")}},known={};
function require(id){var module=known[id];if(module===undefined){module=known[id]={exports:{}};parts[id](module,module.exports,require)}return module.exports}
return require(${JSON.stringify(WORKER.script)})(${JSON.stringify(WORKER.module)})})()`;
}
