import { openEmbedded } from "../../src/datastore/embedded.ts";
import { ABSENT } from "../../src/datastore/kv.ts";
import { type Ran, runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";

/** One recorded command line of real calicoctl: its set-up, input, and what came of it (calicoctl-NOTES.md). */
export interface Transcript {
  readonly name: string;
  readonly family: string;
  readonly calico: string;
  readonly setup: readonly string[];
  readonly pre_commands?: readonly (readonly string[])[];
  readonly raw_etcd?: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly stdin: string | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | null>>;
  readonly exit: number | null;
  readonly stdout: string;
  readonly stable?: boolean;
  readonly etcd_after: Readonly<Record<string, unknown>>;
}

const PREFIX = "/calico/";

/**
 * Plays a transcript on a new embedded store, whose revisions count as an etcd's do; gives what the command did and
 * what the store held afterwards, unreadable values as they are.
 */
export async function play(
  transcript: Transcript,
): Promise<{ ran: Ran; before: Record<string, unknown>; stored: Record<string, unknown> }> {
  const folder = tmpFolder(transcript.files);
  const path = `${folder}/.store.db`;
  const env = { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: path, CALICO_VERSION: transcript.calico };
  const cwd = process.cwd();
  process.chdir(folder);
  try {
    for (const stdin of transcript.setup) await expectOk(["apply", "-f", "-"], { stdin, env });
    for (const argv of transcript.pre_commands ?? []) await runCli(argv, { env });
    await putRaw(path, transcript.raw_etcd ?? {});
    const before = await dump(path);
    const ran = await runCli(transcript.argv, { stdin: transcript.stdin ?? "", env });
    return { ran, before, stored: await dump(path) };
  } finally {
    process.chdir(cwd);
  }
}

async function expectOk(
  argv: readonly string[],
  surroundings: { stdin: string; env: Record<string, string> },
): Promise<void> {
  const ran = await runCli(argv, surroundings);
  if (ran.code !== 0) throw new Error(`set-up failed: ${ran.stderr}`);
}

async function putRaw(path: string, values: Readonly<Record<string, string>>): Promise<void> {
  const store = await openEmbedded(
    { type: "embedded", path, implicit: false, from: "test", makeDirectory: false },
    1000,
  );
  for (const [key, value] of Object.entries(values)) await store.put(key, value, ABSENT);
  await store.close();
}

async function dump(path: string): Promise<Record<string, unknown>> {
  const store = await openEmbedded(
    { type: "embedded", path, implicit: false, from: "test", makeDirectory: false },
    1000,
  );
  const { kvs } = await store.list(PREFIX);
  await store.close();
  return Object.fromEntries(kvs.map(({ key, value }) => [key, parsed(value)]));
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The text with what differs from run to run masked as the recordings have it. */
export function masked(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<uid>")
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "<timestamp>")
    .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC/g, "<gotime>")
    .replace(/\b[0-9a-f]{32}\b/g, "<guid>");
}
