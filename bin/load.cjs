// Loads the built tool with V8's compiled form of it, which saves half of the start-up: Node 20 has no built-in way.
// That form is kept in the user's cache folder (write-code-cache.cjs). V8 crashes on a damaged one, so that it is there twice
// and both must be equal, which is compared sooner than any sum of it is made; and what another user could have written is
// not used. Nothing here is loaded that Node has not loaded anyway.
const { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const DIST = `${__dirname.slice(0, __dirname.lastIndexOf("bin"))}dist`;
/** How a script begins: which text it is, and of which build. */
const IDS = /^\/\* ([0-9a-f]{16}) ([0-9a-f]{16}) \*\//;

/** The scripts of the tool that are loaded, by name: what they export, and their code cache. */
const loaded = new Map();

/** The build of all of them: another's would be called in a way that it does not know. */
let build;

function load(name = "main.cjs") {
  const known = loaded.get(name);
  if (known) return known;
  const path = `${DIST}/${name}`;
  const source = sourceOf(path);
  const [, id, itsBuild] = IDS.exec(source) ?? [];
  if (loaded.size > 0 && itsBuild !== build) throw filesChanged();
  build = itsBuild;
  const cache = cachePath(name, id);
  const { cachedData, from } = cache === undefined ? {} : usableCache(cache);
  const script = new Script(source, { filename: path, cachedData });
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

function sourceOf(path) {
  try {
    // The build leaves only ASCII in it.
    return readFileSync(path, "latin1");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    if (loaded.size > 0) throw filesChanged();
    throw new Error("calicoctl is not built yet: run `npm run build` in its folder");
  }
}

/** What is thrown where the package is removed or replaced under a command that runs; its name tells it from a bug. */
function filesChanged() {
  const error = new Error("the files of calicoctl were removed or replaced while it ran: run it again");
  error.name = "FilesChanged";
  return error;
}

/**
 * `require` for the tool, whose folder is beside this one: its own scripts are loaded as it is, and Node's slow modules when
 * something of them is used.
 */
function required(id) {
  if (OWN.test(id)) return load(id.slice(2)).module.exports;
  if (id === "node:process") return process;
  if (SLOW.test(id)) return whenUsed(id);
  return id.startsWith("@libsql/") ? nativeLibrary(id) : require(id);
}

/**
 * The native library of a package: as Node looks for it, but without reading what the packages say of themselves; else from where
 * the package that needs it finds it.
 */
function nativeLibrary(id) {
  loaded.hasNativeLibrary = true;
  const found = module.paths.map((folder) => `${folder}/${id}/index.node`).find((path) => existsSync(path));
  return found ? require(found) : require("node:module").createRequire(require.resolve("libsql"))(id);
}

/** A module of Node in whose place nothing is loaded until something of it is used. */
function whenUsed(id) {
  return new Proxy(
    {},
    {
      get: (_, name) => require(id)[name],
      has: (_, name) => name in require(id),
      ownKeys: () => Reflect.ownKeys(require(id)),
      getOwnPropertyDescriptor: (_, name) => {
        const found = Reflect.getOwnPropertyDescriptor(require(id), name);
        return found && { ...found, configurable: true };
      },
    },
  );
}

/** The folder of code caches; undefined where there is to be none. */
function cacheFolder() {
  const { XDG_CACHE_HOME: base, HOME: home, NODE_DISABLE_COMPILE_CACHE: disabled } = process.env;
  if (disabled || process.getuid === undefined) return undefined;
  if (base?.startsWith("/")) return `${base}/calicoctl-ts`;
  return home?.startsWith("/") ? `${home}/.cache/calicoctl-ts` : undefined;
}

/**
 * Where the code cache of the script belongs: one for each text of it, Node, processor and set of Node's options, as V8 accepts
 * no other; and one for each command, as each command has other functions compiled.
 */
function cachePath(name, id) {
  cacheEnds ??= endsOfCaches();
  const [folder, end] = cacheEnds;
  return folder === undefined || id === undefined ? undefined : `${folder}/${name.slice(0, -4)}.${id}.${end}`;
}

/** The folder of code caches, and how all their names end. */
let cacheEnds;

function endsOfCaches() {
  const first = process.argv[2] ?? "";
  const command = /^[a-z_-]{1,30}$/.test(first) ? first : "";
  const options = numberOf(JSON.stringify([process.execArgv, process.env.NODE_OPTIONS])).toString(16);
  return [cacheFolder(), `${process.version}.${process.arch}.${options}.${command}.cache`];
}

/** A number for the text, another one for nearly every other text. */
function numberOf(text) {
  let number = 0;
  for (let at = 0; at < text.length; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) >>> 0;
  return number;
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
  let descriptor;
  try {
    if (!isSafeFolder(path.slice(0, path.lastIndexOf("/"))) || !existsSync(path)) return undefined;
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const file = fstatSync(descriptor);
    if (!file.isFile() || !isSafe(file)) return undefined;
    const bytes = readFileSync(descriptor);
    const data = bytes.subarray(0, bytes.length / 2);
    return data.length > 0 && data.equals(bytes.subarray(data.length)) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isSafeFolder(path) {
  const folder = lstatSync(path, { throwIfNoEntry: false });
  return folder?.isDirectory() === true && isSafe(folder);
}

/** Whether what is described belongs to this user, and no other may write it. Others may read it: it holds nothing but the tool. */
function isSafe({ uid, mode }) {
  return uid === process.getuid() && (mode & 0o022) === 0;
}

module.exports = { load, loaded, failedCachePath, readCodeCache, isSafe };
