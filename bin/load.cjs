// Loads the built tool with V8's compiled form of it beside it, which saves half of the start-up: Node 20 has no
// built-in way. The cache is named after the build; one of another build or another V8 is not used.
const { existsSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const MAIN = join(__dirname, "..", "dist", "main.cjs");
const ID = /^\/\* ([0-9a-f]{16}) \*\//;

const cachePath = (source) => join(dirname(MAIN), `main.${ID.exec(source)?.[1]}.${process.version}.cache`);

function load() {
  if (!existsSync(MAIN)) throw new Error("calicoctl is not built yet: run `npm run build` in its folder");
  // The build leaves only ASCII in it.
  const source = readFileSync(MAIN, "latin1");
  const cache = cachePath(source);
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new Script(wrap(source), { filename: MAIN, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(MAIN), module, MAIN, dirname(MAIN));
  return { script, source, exports: module.exports };
}

module.exports = { load, cachePath };
