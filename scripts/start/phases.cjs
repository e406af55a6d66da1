// Loaded before the tool by scripts/start/start-phases.ts: when the process ends, says in a file, as a line of JSON, how many milliseconds
// each phase of its start took. What belongs to two phases counts for the inner one.
const fs = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const vm = require("node:vm");

const { appendFileSync } = fs;
const phases = { "Node itself": performance.now() };
const open = ["the loader"];
let since = performance.now();

function settle() {
  const now = performance.now();
  const phase = open.at(-1);
  phases[phase] = (phases[phase] ?? 0) + now - since;
  since = now;
}

/** What the work returns; its time is that of the phase. */
function during(phase, work) {
  settle();
  open.push(phase);
  try {
    return work();
  } finally {
    settle();
    open.pop();
  }
}

/** Replaces a function by one whose time is that of a phase; where the phase is unknown, it stays with the phase that calls it. */
function time(owner, name, phaseOf) {
  const work = owner[name];
  owner[name] = function (...args) {
    const phase = phaseOf(...args);
    const run = () => work.apply(this, args);
    return phase === undefined ? run() : during(phase, run);
  };
}

const DIST = join(__dirname, "..", "..", "dist");
time(fs, "readFileSync", (file) => {
  if (typeof file === "number") return "reading compiled forms";
  return String(file).startsWith(DIST) ? "reading scripts" : undefined;
});
time(fs, "writeSync", () => "writing the output");
time(process, "dlopen", () => "the native library");
time(Module, "_load", (id) => (Module.builtinModules.includes(id.replace("node:", "")) ? "Node's modules" : undefined));
const { Script } = vm;
vm.Script = class extends Script {
  constructor(...args) {
    settle();
    super(...args);
    settleAs("taking compiled forms");
  }

  runInThisContext() {
    const run = super.runInThisContext();
    return (...args) => {
      // From the first script on it is the command that works.
      open[0] = "the command";
      return during("tops of scripts", () => run(...args));
    };
  }
};

/** Gives the time since the last settling to the phase. */
function settleAs(phase) {
  open.push(phase);
  settle();
  open.pop();
}

process.once("exit", () => {
  settle();
  appendFileSync(process.env.BENCH_PHASES, `${JSON.stringify({ ...phases, ended: performance.timeOrigin + since })}\n`);
});
