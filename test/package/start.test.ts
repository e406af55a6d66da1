import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { modulesOfTool } from "../../scripts/bundle/build-scripts.ts";
import { scriptOfModules } from "../../scripts/bundle/tool-scripts.ts";
import { hasEtcd, needsEtcd, startEtcd } from "../support/etcd.ts";
import { tmpFolder } from "../support/tmp.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const HEP =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: node1, interfaceName: e}\n";
/** Runs before the tool, and says at its end which scripts of it were read, and which modules of Node loaded besides. */
const WATCH = `
const fs = require("node:fs");
const { basename } = require("node:path");
const { readFileSync, writeFileSync } = fs;
const scripts = [];
fs.readFileSync = (file, ...options) => {
  if (String(file).endsWith(".cjs")) scripts.push(basename(file));
  return readFileSync(file, ...options);
};
const before = new Set(process.moduleLoadList);
process.once("exit", () => {
  const isNew = (name) => name.startsWith("NativeModule ") && !name.includes(" internal") && !before.has(name);
  // It is what makes a script of a compiled form.
  const loaded = process.moduleLoadList.filter((name) => isNew(name) && name !== "NativeModule vm");
  writeFileSync(process.env.WATCHED, JSON.stringify({ scripts, loaded }));
});
`;
const VERSION = ["main.cjs", "base.cjs"];
const modules = await modulesOfTool(ROOT);
const FLOWS =
  "from,to,srcIP,srcPort,dstIP,dstPort,protocol\ninterface:e,process,198.51.100.7,40000,10.1.0.7,8443,tcp\n";
const folder = tmpFolder({ "watch.cjs": WATCH, "hep.yaml": HEP, "flows.csv": FLOWS });
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  DATASTORE_TYPE: "embedded",
  EMBEDDED_PATH: join(folder, "store.db"),
  WATCHED: join(folder, "watched.json"),
};

function run(
  words: readonly string[],
  on: NodeJS.ProcessEnv = env,
): { readonly scripts: readonly string[]; readonly loaded: readonly string[] } {
  const argv = ["--require", join(folder, "watch.cjs"), join(ROOT, "bin", "calicoctl"), ...words];
  const ran = spawnSync(process.execPath, argv, { env: on, encoding: "utf8" });
  expect([ran.status, ran.stderr.replace("Calico behaviour:  v3.7\n", "")]).toEqual([0, ""]);
  return JSON.parse(readFileSync(env.WATCHED, "utf8"));
}

const FLOW = ["simulate", "--node", "node1", "--in", "e", "--to-process", "tcp", "198.51.100.7", "10.1.0.7:8443"];

/** What `node:v8` brings with it, by which commands that may read much set flags. */
const OF_FLAGS = ["v8", "stream", "stream/promises", "string_decoder"];

/** How many modules are in the scripts, which run as these are read. */
const modulesIn = (scripts: readonly string[]): number =>
  [...scriptOfModules(modules).values()].filter((script) => scripts.includes(`${script}.cjs`)).length;

/**
 * A command that starts slower than it need has a script, a module of Node or an import too many; `kB` is of all its scripts,
 * as `modules` are.
 */
test.each<
  [words: readonly string[], scripts: readonly string[], kB: number, modules: number, ofNode: readonly string[]]
>([
  [["version", "--client"], VERSION, 110, 60, []],
  [
    ["validate", "-f", join(folder, "hep.yaml")],
    [...VERSION, "check.cjs", "input.cjs", "manifests.cjs", "values.cjs"],
    640,
    290,
    [],
  ],
  [["get", "hep"], [...VERSION, "embedded.cjs", "store.cjs", "values.cjs"], 265, 145, []],
  [
    FLOW,
    [...VERSION, "embedded.cjs", "store.cjs", "values.cjs", "input.cjs", "evaluate.cjs", "simulate.cjs"],
    680,
    400,
    OF_FLAGS,
  ],
])("%j reads %j of at most %i kB and %i modules, and of Node %j", (words, scripts, kB, most, ofNode) => {
  run(["apply", "-f", join(folder, "hep.yaml")]);
  // The first run writes the compiled forms.
  run(words);
  const { scripts: read, loaded } = run(words);
  const names = loaded.map((name) => name.replace("NativeModule ", ""));
  expect([...read].sort()).toEqual([...scripts].sort());
  expect([...names].sort()).toEqual([...ofNode].sort());
  const bytes = scripts.reduce((sum, name) => sum + statSync(join(ROOT, "dist", name)).size, 0);
  expect(bytes).toBeLessThan(kB * 1000);
  expect(modulesIn(scripts), "a new one belongs behind an `import()`, unless every run of it needs it").toBeLessThan(
    most,
  );
});

/** A command whose run changes a flag of V8's would find its compiled forms refused the next time, and write them in each run. */
test("the compiled forms of commands are written once, whichever ran in between", () => {
  run(["apply", "-f", join(folder, "hep.yaml")]);
  const caches = join(folder, ".cache", "calicoctl-ts");
  const written = () => {
    for (const words of [FLOW, ["simulate", "--node", "node1", "--flows", join(folder, "flows.csv")], ["get", "hep"]]) {
      run(words);
      run([words[0] ?? "", "--help"]);
    }
    return readdirSync(caches).map((name) => `${name} ${statSync(join(caches, name)).ino}`);
  };
  const first = written();
  expect(written()).toEqual(first);
});

/** Under such a command the package may be removed or replaced: it has what it may need before it begins. */
test.each([[["label", "hep", "a", "b=c", "--overwrite"]], [["get", "hep", "--show-labels"]]])(
  "%j loads at once what short commands hardly ever use",
  (words) => {
    run(["apply", "-f", join(folder, "hep.yaml")]);
    expect(run(words).scripts).toContain("seldom.cjs");
  },
);

test.skipIf(!hasEtcd)(`a command on etcd reads the package etcd3 only to watch${needsEtcd}`, async () => {
  const etcd = await startEtcd();
  const on = { ...env, DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: etcd.endpoint };
  for (const words of [
    ["apply", "-f", join(folder, "hep.yaml")],
    ["get", "hep"],
    ["delete", "hep", "a"],
  ])
    expect(run(words, on).scripts).not.toContain("etcd.cjs");
  expect([...run(["get", "hep"], on).scripts].sort()).toEqual(
    [...VERSION, "remote.cjs", "store.cjs", "values.cjs"].sort(),
  );
  expect(run(["get", "hep"], { ...on, CALICOCTL_ETCD_CLIENT: "etcd3" }).scripts).toContain("etcd.cjs");
  await etcd.stop();
});
