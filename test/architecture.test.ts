import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { FOLDERS, LAZY, PACKAGES, PURE } from "./house/rooms.ts";

/** The one truth about time, chance and the outside: none of these words in the pure rooms. */
const IMPURE = /\b(Date\.now|new Date|Math\.random|process\.|console\.|async |await |Promise)\b/;

/** Where everything that differs between Calico versions is a field; other files read the fields. */
const VERSION_TABLE = "model/kinds/version.ts";
/**
 * A version's name as a string, and a comparison of names. Declarations of kinds, columns and options say with `since`
 * and `calicoctl` which version brought them; `hasSince` reads those.
 */
const VERSION_USE =
  /(?<!\b(?:since|calicoctl): )(["'`])v?3\.\d+(?:\.\d+)?\1|\bversion [!=]==? (?!undefined|true\b)\S+|[!=]==? [\w.]*\bversion\b/g;

/** Waiting for a time and reading a clock, which tests do only where nothing else can be waited for. */
const CLOCK =
  /\bset(Timeout|Interval)\(|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now|\bhrtime|\btimers\/promises|\bAtomics\.wait|\bsleep [\d$]/;
const MAY_USE_THE_CLOCK: Readonly<Record<string, string>> = {
  "support/wait.ts": "waitUntil looks again after a while, and a net ends it",
  "web/view/interruptible.test.ts": "its clock stands still but for what the test moves it by",
  "cli/way-back/survival.test.ts":
    "a deadline passes while the processes stand still, which nothing shows; a confirmation comes at about the deadline",
  "cli/way-back/settle-change.test.ts": "a process stands still for longer than it forgets what was typed",
  "datastore/contract.test.ts": "creationTimestamp is the time of the call",
  "datastore/etcd/http2/faults.test.ts": "a call has a deadline, which passes where a server is silent",
  "datastore/embedded/embedded-store-processes.test.ts":
    "the store waits inside SQLite, where nothing shows it, for a process that lets go by itself",
};

const SRC = join(import.meta.dirname, "..", "src");
const TESTS = import.meta.dirname;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lazy: boolean;
  readonly typeOnly: boolean;
}

/** Import and re-export statements, as the formatter writes them: at a line's beginning, names in braces, `from "..."`. */
const STATEMENT = /^(?:import|export)( type)? (?:[\w*]+(?: as \w+)?(?:, )?)?(?:\{[^}]*\})? ?(?:from )?"([^"]+)"/gm;

const sources = sourcesIn(SRC);
const files = [...sources.keys()];
const edges = [...sources].flatMap(([file, text]) => edgesOf(file, text));

/** The texts of the TypeScript files in a folder and its folders, by their paths in it. */
function sourcesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function edgesOf(from: string, text: string): Edge[] {
  const imports: Edge[] = [];
  for (const [, type, to = ""] of text.matchAll(STATEMENT)) {
    imports.push({ from, to: target(from, to), lazy: false, typeOnly: type !== undefined });
  }
  for (const [, to = ""] of text.matchAll(/\bimport\("([^"]+)"\)/g)) {
    imports.push({ from, to: target(from, to), lazy: true, typeOnly: false });
  }
  return imports;
}

function target(from: string, to: string): string {
  return to.startsWith(".") ? relative(SRC, normalize(join(SRC, dirname(from), to))) : to;
}

const folderOf = (file: string): string => file.split("/")[0] ?? "";
const isOurs = (to: string): boolean => /\.tsx?$/.test(to) || to.includes("generated/") || to.endsWith(".json");

function violations(): string[] {
  return edges.flatMap((edge) => {
    const folder = folderOf(edge.from);
    // Outside src, cli reads the release, and what is generated the published schemas.
    const data = { cli: /^\.\.\/package\.json$/, generated: /^\.\.\/schemas\/.*\.json$/ }[folder];
    if (edge.to.startsWith("../")) return data?.test(edge.to) ? [] : [describeEdge(edge)];
    if (isOurs(edge.to)) {
      const into = folderOf(edge.to);
      return into === folder || FOLDERS[folder]?.includes(into) ? [] : [describeEdge(edge)];
    }
    const rule = Object.entries(PACKAGES).find(([name]) => edge.to === name || edge.to.startsWith(name));
    if (rule === undefined) return [`${describeEdge(edge)} (a package not in the table)`];
    const [name, places] = rule;
    if (!places.some((place) => edge.from.startsWith(place))) return [describeEdge(edge)];
    return LAZY.includes(name) && !edge.lazy && !edge.typeOnly ? [`${describeEdge(edge)} (must be lazy)`] : [];
  });
}

const describeEdge = ({ from, to }: Edge): string => `${from} -> ${to}`;

/** Groups of files that import each other in a circle, type-only imports included: the strongly connected parts. */
function cycles(): string[][] {
  const targets = new Map(files.map((file) => [file, edges.filter(({ from }) => from === file).map(({ to }) => to)]));
  const reach = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const to of targets.get(file) ?? []) {
        if (!targets.has(to) || reached.has(to)) continue;
        open.push(to);
        reached.add(to);
      }
    }
    return reached;
  };
  const reached = new Map(files.map((file) => [file, reach(file)]));
  const inCycle = files.filter((file) => reached.get(file)?.has(file));
  const groups = new Map(
    inCycle.map((file) => [file, inCycle.filter((to) => reached.get(file)?.has(to) && reached.get(to)?.has(file))]),
  );
  return [...new Map([...groups.values()].map((group) => [group.join(), group])).values()];
}

/** The files of a folder that are written by hand, with the number of their lines. */
const handWritten = (texts: ReadonlyMap<string, string>) =>
  [...texts]
    .filter(([file]) => folderOf(file) !== "generated")
    .map(([file, text]) => ({ file, lines: text.trimEnd().split("\n").length }));
const own = handWritten(sources);
const tests = sourcesIn(TESTS);
/** Those that have a limit of lines, and of files in a folder. */
const LIMITED = [
  ["src", own],
  ["test", handWritten(tests)],
] as const;

describe("the house", () => {
  test("every folder is in the table", () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(FOLDERS).sort());
  });

  test("imports go only where the table allows", () => {
    expect(violations()).toEqual([]);
  });

  test("the page's view knows types alone of other rooms", () => {
    const view = edges.filter(
      ({ from, to }) => from.startsWith("web/view/") && isOurs(to) && !to.startsWith("web/view/"),
    );
    expect(view.filter(({ typeOnly }) => !typeOnly).map(describeEdge)).toEqual([]);
    expect(view.length).toBeGreaterThan(10);
  });

  test("no import cycles, type-only ones included", () => {
    expect(cycles().map((group) => group.join(" "))).toEqual([]);
  });

  test("commands import no commands, and only the registry imports them", () => {
    const toCommands = edges.filter(({ to }) => to.startsWith("cli/commands/"));
    expect(toCommands.filter(({ from }) => from !== "cli/shell/registry.ts").map(describeEdge)).toEqual([]);
    expect(toCommands.every(({ lazy }) => lazy)).toBe(true);
    expect(toCommands.length).toBeGreaterThan(15);
  });

  test("only one room opens files that the user names, only the embedded store its own, and three files run a program", () => {
    const running = edges.filter(({ to }) => to === "node:child_process").map(({ from }) => from);
    // This tool again, apart from the terminal that may go away; an editor, `ip` and the like; what the kubeconfig names.
    expect(running.sort()).toEqual([
      "cli/shell/io/apart.ts",
      "cli/shell/io/programs.ts",
      "datastore/kubernetes/api/credential-plugin.ts",
    ]);
    const opening = edges.filter(({ to }) => to.startsWith("node:fs"));
    const elsewhere = opening.filter(({ from }) => !/^(files|datastore\/embedded)\//.test(from));
    expect(elsewhere.map(describeEdge)).toEqual([]);
    expect(opening.filter(({ from }) => from.startsWith("files/")).length).toBe(10);
  });

  test("one file knows the process's streams, and only templates are written as they are", () => {
    const using = (words: RegExp) =>
      [...sources].filter(([, text]) => words.test(withoutComments(text))).map(([file]) => file);
    expect(using(/\bprocess\.(stdin|stdout|stderr|exit\b|on\b|once\b)|\bconsole\.|"node:tty"/)).toEqual([
      "cli/shell/io/io.ts",
    ]);
    expect(using(/\.writeRaw\(/).sort()).toEqual([
      "cli/resources/output/get-result.ts",
      "cli/resources/output/watch-output.ts",
    ]);
  });

  test("the check saw the whole tree", () => {
    // Fewer files or edges than these means that the check went blind, not that the house shrank.
    expect(files.length).toBeGreaterThan(130);
    expect(edges.filter(({ to }) => isOurs(to)).length).toBeGreaterThan(350);
    expect(edges.filter(({ lazy }) => lazy).length).toBeGreaterThan(5);
    for (const name of Object.keys(PACKAGES))
      expect(
        edges.some(({ to }) => to.startsWith(name)),
        name,
      ).toBe(true);
  });

  test.each(PURE)("%s has no clock, chance, environment or waiting", (folder) => {
    const impure = [...sources].filter(
      ([file, text]) => file.startsWith(`${folder}/`) && IMPURE.test(withoutComments(text)),
    );
    expect(impure.map(([file]) => file)).toEqual([]);
  });

  test("versions are compared and named in their table only", () => {
    const naming = [...sources].flatMap(([file, text]) => {
      if (file === VERSION_TABLE || folderOf(file) === "generated") return [];
      return [...withoutComments(text).matchAll(VERSION_USE)].map(([use]) => `${file}: ${use}`);
    });
    expect(naming).toEqual([]);
    const seen = ['version === "v3.7"', "if (calico.version !== other.version)", "{ version: 'v3.9.5' }", "['3.32']"];
    expect(seen.filter((use) => !use.match(VERSION_USE))).toEqual([]);
    const allowed = [
      'since: "v3.32"',
      'calicoctl: "v3.7"',
      "version === undefined",
      "version !== true",
      "`name of v3.32`",
    ];
    expect(allowed.filter((use) => use.match(VERSION_USE))).toEqual([]);
  });

  test("tests wait for no time and read no clock, but for those that are listed with their reasons", () => {
    const timed = [...tests].filter(([, text]) => CLOCK.test(withoutComments(text))).map(([file]) => file);
    expect(timed.sort()).toEqual(Object.keys(MAY_USE_THE_CLOCK).sort());
  });

  test("random tests have a fixed seed, so that what passed once goes on to pass", () => {
    const unseeded = [...tests].filter(
      ([, text]) => /\bfc\.(?:assert|check|sample)\(/.test(text) && !/\bseed\b/.test(withoutComments(text)),
    );
    expect(unseeded.map(([file]) => file)).toEqual([]);
  });

  test("no barrel", () => {
    expect(own.filter(({ file }) => /(^|\/)index\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
  });

  test("half of the files have at most 100 lines, nine of ten at most 220", () => {
    const lengths = own.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(220);
  });

  test.each(LIMITED)("%s: no file over 300 lines", (_, all) => {
    expect(all.filter(({ lines }) => lines > 300).map(({ file }) => file)).toEqual([]);
  });

  test.each(LIMITED)("%s: no folder over 16 files", (_, all) => {
    const folders = [...new Set(all.map(({ file }) => dirname(file)))];
    const sizes = folders.map((folder) => [folder, all.filter(({ file }) => dirname(file) === folder).length] as const);
    expect(sizes.filter(([, size]) => size > 16)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
