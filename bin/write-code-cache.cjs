// Keeps V8's compiled form of the tool's scripts, as they are after a run, in the user's cache folder. Two processes may
// do so at once. Nothing here may change how a run ends, and where nothing can be written, little is spent.
const fs = require("node:fs");
const { dirname, join } = require("node:path");

const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes the code caches of the loaded scripts, each to the file that `pathOf` makes of its cache. Errors are ignored: without a cache
 * the next start is slower. `isSafe` is whether what is described belongs to this user alone.
 */
function writeCodeCaches(loaded, pathOf, isSafe) {
  // A limit on the size of files would end the process.
  process.on("SIGXFSZ", () => {});
  try {
    const folder = dirname(loaded[0].cache);
    if (!makeFolder(folder, isSafe)) return;
    for (const { script, source, cache } of loaded) {
      writeCodeCache(script, source, pathOf(cache));
    }
    removeOld(folder);
  } catch {
    // A home that cannot be written.
  }
}

/** Makes the cache folder where it is missing; returns whether it belongs to this user, and no other may write it. */
function makeFolder(folder, isSafe) {
  const base = dirname(folder);
  for (const path of [base, folder]) {
    if (fs.existsSync(path)) continue;
    if (fs.statSync(dirname(path)).uid !== process.getuid()) return false;
    fs.mkdirSync(path, { mode: 0o700 });
  }
  const made = fs.lstatSync(folder);
  return fs.statSync(base).uid === process.getuid() && made.isDirectory() && isSafe(made);
}

function writeCodeCache(script, source, cache) {
  // Process ids repeat in containers: what a killed process left there must not be in the way of the next.
  const temporary = `${cache}.${Math.random().toString(36).slice(2)}.tmp`;
  const descriptor = fs.openSync(temporary, "wx", 0o600);
  try {
    // A full disk shows before anything is computed; half of the cache is hardly ever longer than the script.
    const wanted = 2 * source.length;
    if (fs.writeSync(descriptor, Buffer.alloc(wanted)) < wanted) throw new Error("no space left");
    const data = script.createCachedData();
    const bytes = Buffer.concat([data, data]);
    fs.ftruncateSync(descriptor, bytes.length);
    fs.writeSync(descriptor, bytes, 0, bytes.length, 0);
    fs.renameSync(temporary, cache);
  } catch (error) {
    fs.unlinkSync(temporary);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Removes what was written a month ago: caches of other builds, and what a killed process left. */
function removeOld(folder) {
  for (const name of fs.readdirSync(folder)) {
    const path = join(folder, name);
    const found = fs.lstatSync(path);
    if (!found.isDirectory() && found.mtimeMs < Date.now() - 30 * DAY) fs.unlinkSync(path);
  }
}

module.exports = { writeCodeCaches };
