// Loads the built tool with V8's compiled form of it beside it, which saves half of the start-up: Node 20 has no
// built-in way. The cache is named after the build; one of another build or another V8 is not used.
const { existsSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

const DIST = join(__dirname, "..", "dist");
const ID = /^\/\* ([0-9a-f]{16}) \*\//;
const ordinary = createRequire(join(DIST, "main.cjs"));

/** The scripts of the tool that are loaded, by name: what they export, and where their code cache belongs. */
const loaded = new Map();

function load(name = "main.cjs") {
  const known = loaded.get(name);
  if (known) return known;
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error("calicoctl is not built yet: run `npm run build` in its folder");
  // The build leaves only ASCII in it.
  const source = readFileSync(path, "latin1");
  const cache = join(DIST, `${name.slice(0, -4)}.${ID.exec(source)?.[1]}.${process.version}.cache`);
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new Script(wrap(source), { filename: path, cachedData });
  const module = { exports: {} };
  const entry = { script, cache, module };
  loaded.set(name, entry);
  script.runInThisContext()(module.exports, required, module, path, DIST);
  return entry;
}

/** `require` for the tool: its own scripts are loaded as it is. */
function required(id) {
  return id === "./etcd.cjs" ? load("etcd.cjs").module.exports : ordinary(id);
}

module.exports = { load, loaded };
