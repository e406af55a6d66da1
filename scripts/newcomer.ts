/**
 * A newcomer's hour: installs the packed tool into an empty folder, types the pages for beginners from their first line to their last
 * and the guide's own heredocs, on an embedded store and on an etcd, then mistakes, then what CI runs, each line in a terminal of
 * 80 columns. Prints what each line took, and how wide its widest line is. A line that ends otherwise than it should, or does not
 * show what it should, is a failure. usage: tsx scripts/newcomer.ts
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { textWidth } from "../src/report/text-width.ts";
import { ETCD_MISSING, hasEtcd, startEtcd } from "../test/support/etcd.ts";
import { CI, MISTAKES, QUESTIONS } from "./newcomer/mistakes.ts";
import { guideSteps, pageSteps, type Step } from "./newcomer/steps.ts";
import { COLUMNS, typed } from "./newcomer/terminal.ts";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "newcomer-"));
const prefix = join(folder, "prefix");
// What npm sets for scripts that it runs is not for the npm that is typed here.
const clean = Object.entries(process.env).filter(([name]) => !/^(?:npm_|CALICO|ETCD|DATASTORE|EMBEDDED)/i.test(name));
const env = {
  ...Object.fromEntries(clean),
  HOME: join(folder, "home"),
  TERM: "xterm",
  // The pages are written for bash; the program that runs a terminal takes sh where this is not set.
  SHELL: execFileSync("sh", ["-c", "command -v bash"], { encoding: "utf8" }).trim(),
  PATH: [join(prefix, "bin"), dirname(process.execPath), process.env.PATH].join(":"),
  npm_config_prefix: prefix,
};

const start = performance.now();
let steps = 0;
let failed = 0;
let wide = 0;

/** Types the lines one after the other in a folder, and prints a line about each. */
async function play(part: string, lines: readonly Step[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  console.log(`\n${part}\n      ms  exit  columns  line`);
  for (const { line, code, shows = "" } of lines) {
    const ran = await typed(line, cwd, { ...env, ...more });
    const widest = Math.max(...ran.shown.split("\n").map(textWidth));
    // Where the terminal has broken a line, a text may go on in the next one.
    const isRight = ran.code === code && ran.shown.replace(/\s+/g, " ").includes(shows);
    const [head = "", ...others] = line.trim().split("\n");
    const name = `${head}${others.length > 0 ? " ..." : ""}`;
    const figures = [ran.milliseconds.toFixed(0).padStart(8), String(ran.code).padStart(4), String(widest).padStart(7)];
    console.log(`${figures.join("  ")}  ${name}`);
    steps++;
    if (widest > COLUMNS) wide++;
    if (isRight) continue;
    failed++;
    console.log(`FAILED: expected exit code ${code}${shows === "" ? "" : ` and \`${shows}\``}\n${ran.shown}`);
  }
}

try {
  for (const name of ["home", "project", "guide", "etcd"]) mkdirSync(join(folder, name));
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...env, HOME: process.env.HOME },
  });
  const tarball = join(folder, packed.trim().split("\n").at(-1) ?? "");
  const project = join(folder, "project");
  const registry = { HOME: process.env.HOME ?? "" };
  await play("Install", [{ line: `npm install -g ${tarball}`, code: 0, shows: "added" }], folder, registry);
  for (const name of ["guide", "etcd"]) {
    // The guide calls the tool by this path once.
    mkdirSync(join(folder, name, "dist"));
    symlinkSync(join(prefix, "bin", "calicoctl"), join(folder, name, "dist", "calicoctl"));
  }
  await play("docs/install.md", pageSteps("docs/install.md"), project);
  await play("docs/quick-start.md", pageSteps("docs/quick-start.md"), project, {
    EMBEDDED_PATH: join(folder, "quick-start.db"),
  });
  const own = { EMBEDDED_PATH: join(folder, "guide.db") };
  await play("docs/guide.md", pageSteps("docs/guide.md"), project, own);
  await play("Mistakes", MISTAKES, project, own);
  await play("Why, and what to do", QUESTIONS, project, own);
  await play("The guide's heredocs, embedded store", guideSteps(), join(folder, "guide"));
  if (hasEtcd) {
    const { endpoint, stop } = await startEtcd();
    await play("The guide's heredocs, etcd", guideSteps(), join(folder, "etcd"), { ETCD_ENDPOINTS: endpoint });
    await stop();
  } else console.log(`\nThe guide's heredocs on an etcd are left out: ${ETCD_MISSING}`);
  await play("CI", CI, project);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `\n${steps} lines in ${seconds} s, ${failed} failed; ${wide} print something wider than ${COLUMNS} columns`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
