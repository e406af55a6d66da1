import { openEmbedded } from "../../src/datastore/embedded/embedded-store.ts";
import { openEtcd } from "../../src/datastore/etcd/etcd-store.ts";
import { ABSENT, type KeyValueStore } from "../../src/datastore/kv/kv.ts";
import { etcdConfig } from "../datastore/stores.ts";
import { type Ran, runCli } from "../support/cli.ts";
import { tmpFolder } from "../support/tmp.ts";
import { NEVER_MS } from "../support/wait.ts";
import type { HelpFacts } from "./help.ts";

/** One recorded command line of real calicoctl: its set-up, input, and what came of it; README.md says what is kept. */
export interface Transcript {
  readonly name: string;
  readonly about?: string;
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
  /** What a success printed, but for help texts. */
  readonly stdout?: string;
  /** What a help text lists. */
  readonly help?: HelpFacts;
  /** The resources that the message of a failure names. */
  readonly names?: readonly string[];
  readonly stable?: boolean;
  readonly etcd_after: Readonly<Record<string, unknown>>;
}

const PREFIX = "/calico/";

/** The etcd of the recordings: each case had one of its own at this address. */
const RECORDED_ETCD = "127.0.0.1:2379";

/** What a case did: the command's end and what the store held before (of failures) and after it, unreadable values as they are. */
export interface Played {
  readonly ran: Ran;
  readonly before: Record<string, unknown>;
  readonly stored: Record<string, unknown>;
}

/** Where a case is played: what its commands find in the environment, and its store as the test sees it. */
interface Stage {
  readonly env: Readonly<Record<string, string>>;
  readonly open: () => Promise<KeyValueStore>;
  /** A text of the case, with the address of this store in it. */
  readonly here: (text: string) => string;
  /** Arguments to add. */
  readonly more?: readonly string[];
}

/** Plays a transcript on a new embedded store, whose revisions count as an etcd's do. */
export function play(transcript: Transcript): Promise<Played> {
  const folder = tmpFolder(transcript.files);
  const path = `${folder}/.store.db`;
  return playIn(folder, transcript, {
    env: { DATASTORE_TYPE: "embedded", CALICO_EMBEDDED_PATH: path },
    open: () => openEmbedded({ type: "embedded", path, implicit: false, from: "test", makeDirectory: false }, 1000),
    here: (text) => text,
  });
}

/** Plays a transcript on an etcd, which it empties first: for the cases that are about the way there. */
export async function playOnEtcd(transcript: Transcript, endpoint: string): Promise<Played> {
  const here = (text: string) => text.replaceAll(RECORDED_ETCD, new URL(endpoint).host);
  const files = Object.entries(transcript.files ?? {}).map(([name, text]) => [name, here(text)]);
  const open = () => openEtcd(etcdConfig(endpoint), NEVER_MS);
  const kv = await open();
  for (const { key } of (await kv.list(PREFIX)).kvs) await kv.drop(key);
  await kv.close();
  return playIn(tmpFolder(Object.fromEntries(files)), transcript, {
    env: { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: endpoint },
    open,
    here,
    // A server that does not answer within 2 s will not answer within the default 10 s.
    more: transcript.exit === 0 ? [] : ["--timeout=2"],
  });
}

async function playIn(folder: string, transcript: Transcript, { env, open, here, more = [] }: Stage): Promise<Played> {
  const plain = { ...env, HOME: folder, CALICO_VERSION: transcript.calico };
  const changed = Object.entries(transcript.env ?? {}).map(([name, value]) => [name, value && here(value)]);
  const own = { ...plain, ...Object.fromEntries(changed) } as Record<string, string | null>;
  const left = Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== null));
  const cwd = process.cwd();
  process.chdir(folder);
  try {
    for (const stdin of transcript.setup) await expectOk(["apply", "-f", "-"], { stdin, env: plain });
    for (const argv of transcript.pre_commands ?? []) await runCli(argv, { env: plain });
    if (transcript.raw_etcd !== undefined) await putRaw(open, transcript.raw_etcd);
    // Only failures are compared with what was there before.
    const before = transcript.exit === 0 ? {} : await dump(open);
    const ran = await runCli([...transcript.argv.map(here), ...more], { stdin: transcript.stdin ?? "", env: left });
    return { ran, before, stored: await dump(open) };
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

async function putRaw(open: Stage["open"], values: Readonly<Record<string, string>>): Promise<void> {
  const store = await open();
  for (const [key, value] of Object.entries(values)) await store.put(key, value, ABSENT);
  await store.close();
}

async function dump(open: Stage["open"]): Promise<Record<string, unknown>> {
  const store = await open();
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

/** Returns a text with the values that differ between runs masked as in the recordings. */
export function masked(text: string): string {
  return (
    text
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<uid>")
      .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "<timestamp>")
      .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC/g, "<gotime>")
      .replace(/\b[0-9a-f]{32}\b/g, "<guid>")
      // Which release and commit of the tool this is; the headings and the cluster's lines are compared.
      .replace(/^(Client Version: +|Git commit: +).*$/gm, "$1<own>")
  );
}
