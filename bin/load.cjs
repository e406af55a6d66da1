// Loads the built tool with V8's compiled form of it, which saves half of the start-up: Node 20 has no built-in way.
// That form is kept in the user's cache folder (write-code-cache.cjs). V8 crashes on a damaged one, so that each has a
// checksum; and what another user could have written is not used.
const { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");
const { crc32 } = require("node:zlib");

const DIST = join(__dirname, "..", "dist");
const ID = /^\/\* ([0-9a-f]{16}) \*\//;
const ordinary = createRequire(join(DIST, "main.cjs"));

/** The scripts of the tool that are loaded, by name: what they export, and their code cache. */
const loaded = new Map();

function load(name = "main.cjs") {
  const known = loaded.get(name);
  if (known) return known;
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error("calicoctl is not built yet: run `npm run build` in its folder");
  // The build leaves only ASCII in it.
  const source = readFileSync(path, "latin1");
  const cache = cachePath(name, ID.exec(source)?.[1]);
  const { cachedData, from } = cache === undefined ? {} : usableCache(cache);
  const script = new Script(wrap(source), { filename: path, cachedData });
  const module = { exports: {} };
  const entry = { script, source, cache, cachedIn: script.cachedDataRejected ? undefined : from, module };
  loaded.set(name, entry);
  script.runInThisContext()(module.exports, required, module, path, DIST);
  return entry;
}

/** A script of the tool. */
const OWN = /^\.\/\w+\.cjs$/;
/** Modules of Node that take a millisecond or more to load, and that few commands use. */
const SLOW =
  /^node:(child_process|crypto|http|http2|https|net|os|readline|stream|timers\/promises|tls|tty|worker_threads|zlib)$/;

/** `require` for the tool: its own scripts are loaded as it is, and Node's slow modules when something of them is used. */
function required(id) {
  if (OWN.test(id)) return load(id.slice(2)).module.exports;
  if (SLOW.test(id)) return whenUsed(id);
  return id.startsWith("@libsql/") ? nativeLibrary(id) : ordinary(id);
}

/** A native library, from where the package that needs it finds it. */
function nativeLibrary(id) {
  loaded.hasNativeLibrary = true;
  return createRequire(ordinary.resolve("libsql"))(id);
}

/** A module of Node in whose place nothing is loaded until something of it is used. */
function whenUsed(id) {
  return new Proxy(
    {},
    {
      get: (_, name) => ordinary(id)[name],
      has: (_, name) => name in ordinary(id),
      ownKeys: () => Reflect.ownKeys(ordinary(id)),
      getOwnPropertyDescriptor: (_, name) => {
        const found = Reflect.getOwnPropertyDescriptor(ordinary(id), name);
        return found && { ...found, configurable: true };
      },
    },
  );
}

/** The folder of code caches; undefined where there is to be none. `crc32` is missing before Node 20.15. */
function cacheFolder() {
  const { XDG_CACHE_HOME: base, HOME: home, NODE_DISABLE_COMPILE_CACHE: disabled } = process.env;
  if (disabled || process.getuid === undefined || crc32 === undefined) return undefined;
  if (base?.startsWith("/")) return join(base, "calicoctl-ts");
  return home?.startsWith("/") ? join(home, ".cache", "calicoctl-ts") : undefined;
}

/**
 * Where the code cache of the script belongs: one for each build, Node, processor and set of Node's options, as V8 accepts
 * no other; and one for each command, as each command has other functions compiled.
 */
function cachePath(name, build) {
  const folder = cacheFolder();
  if (folder === undefined || build === undefined) return undefined;
  const [first = ""] = process.argv.slice(2);
  const command = /^[a-z_-]{1,30}$/.test(first) ? first : "";
  const options = crc32(JSON.stringify([process.execArgv, process.env.NODE_OPTIONS])).toString(16);
  return join(folder, [name.slice(0, -4), build, process.version, process.arch, options, command, "cache"].join("."));
}

/**
 * Where the code cache of a run that did not succeed belongs. It lacks what only a run that succeeds compiles, so that it is used
 * only until there is one of such a run.
 */
function failedCachePath(cache) {
  return cache.replace(/cache$/, "failed.cache");
}

/** The code cache of a run that succeeded, else of one that did not, and its file; nothing where there is neither. */
function usableCache(cache) {
  for (const from of [cache, failedCachePath(cache)]) {
    const cachedData = readCodeCache(from);
    if (cachedData !== undefined) return { cachedData, from };
  }
  return {};
}

/** The code cache in the file; undefined where there is none, it is damaged, or another user can write it. */
function readCodeCache(path) {
  try {
    const folder = lstatSync(join(path, ".."), { throwIfNoEntry: false });
    if (!folder?.isDirectory() || !isSafe(folder) || !existsSync(path)) return undefined;
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const file = fstatSync(descriptor);
      if (!file.isFile() || !isSafe(file)) return undefined;
      const bytes = readFileSync(descriptor);
      const data = bytes.subarray(0, -4);
      return bytes.length > 4 && bytes.readUInt32LE(data.length) === crc32(data) ? data : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Whether what is described belongs to this user, and no other may write it. Others may read it: it holds nothing but the tool. */
function isSafe({ uid, mode }) {
  return uid === process.getuid() && (mode & 0o022) === 0;
}

module.exports = { load, loaded, failedCachePath, readCodeCache, isSafe };
