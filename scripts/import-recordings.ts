import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Brings recordings of real Calico into test/conformance/recorded: `tsx scripts/import-recordings.ts FILE...`. It keeps
 * what is an interface (command, set-up, exit code, output of a success, stored bytes) and reduces the sentences of
 * another program (messages of failures, help texts) to the facts that tests compare. test/conformance/README.md says
 * what each file is. Run it once for a new recording: a case that is there is never edited.
 */
type Json = Record<string, unknown>;

const TARGET = join(import.meta.dirname, "..", "test", "conformance", "recorded");

/** Messages of calicoctl that are not about the manifest: the command line, the contents of the datastore, the connection to it. */
const NOT_THE_MANIFEST =
  /Usage:|already exists|does not exist|update conflict|does not match client namespace|overlaps with IPPool|cannot be modified|cannot use --all-namespace|is not namespaced|^$/;

/** The options that a help text lists: short form, long form, whether it takes a value. */
function optionsIn(help: string): readonly Json[] {
  const block = /^Options:\n([\s\S]*?)\n\n/m.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^\s+(?:(-\w) )? *(--[a-z-]+)(=?)/gm)].map(([, short, long, equals]) => ({
    ...(short === undefined ? {} : { short }),
    long,
    valued: equals === "=",
  }));
}

/** The kinds that a help text lists. */
function kindsIn(help: string): readonly string[] {
  const block = /Valid resource types are:\n\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^ +[*-] (\w+)$/gm)].map(([, kind = ""]) => kind);
}

/** The commands that the help text of the tool lists. */
function commandsIn(help: string): readonly string[] {
  const block = /<command> \[<args>\.\.\.\]\n\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? "";
  return [...block.matchAll(/^ {4}([a-z]+) {2,}\S/gm)].map(([, word = ""]) => word);
}

/** The resources that a message names as `HostEndpoint(x)`, as people call them. */
function resourcesIn(message: string): readonly string[] {
  const ids = [...message.matchAll(/\b[A-Z][A-Za-z]+\(([^()\s]+)\)/g)].map(([, id = ""]) => id);
  return [...new Set(ids.map((id) => id.replace(/^.*\//, "").replace(/^default\./, "")))];
}

function transcript({ stdout, stderr, ...rest }: Json): Json {
  const kept = without(rest, /^(etcd_(changed|mod_revisions|revision_\w+|requests)|seconds|timeout)$/);
  const argv = rest.argv as readonly string[];
  const [out, message] = [String(stdout), String(stderr)];
  if (rest.exit !== 0) {
    const names = resourcesIn(message);
    return {
      ...kept,
      ...(names.length > 0 && { names }),
      ...(!NOT_THE_MANIFEST.test(message) && { manifestAtFault: true }),
    };
  }
  if (!argv.includes("-h") && !argv.includes("--help")) return { ...kept, stdout: out };
  return { ...kept, help: { options: optionsIn(out), kinds: kindsIn(out), commands: commandsIn(out) } };
}

function without(object: Json, names: RegExp): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.test(name)));
}

/** A value whose commands, at any depth, keep their output only where they succeeded. */
function withoutMessages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMessages);
  if (typeof value !== "object" || value === null) return value;
  const { exit } = value as Json;
  const kept = without(value as Json, exit === undefined || exit === 0 ? /^stderr$/ : /^(stderr|stdout)$/);
  return Object.fromEntries(Object.entries(kept).map(([name, inner]) => [name, withoutMessages(inner)]));
}

const REDUCE: Readonly<Record<string, (line: Json) => unknown>> = {
  "cli.jsonl": transcript,
  "validate.jsonl": (line) => without(line, /^(error|stdout|validate_command_error)$/),
  "flows-rejects.jsonl": (line) => without(line, /^error$/),
  "layout.json": withoutMessages,
};

for (const path of process.argv.slice(2)) {
  const name = basename(path);
  const text = readFileSync(path, "utf8");
  const reduce = REDUCE[name];
  const lines = name.endsWith(".jsonl") ? text.trimEnd().split("\n") : [text];
  const reduced =
    reduce === undefined
      ? text
      : `${lines.map((line) => JSON.stringify(reduce(JSON.parse(line) as Json))).join("\n")}\n`;
  const packed = gzipSync(reduced, { level: 9 });
  writeFileSync(join(TARGET, `${name}.gz`), packed);
  process.stdout.write(`${name}: ${text.length} characters, ${reduced.length} kept, ${packed.length} bytes packed\n`);
}
