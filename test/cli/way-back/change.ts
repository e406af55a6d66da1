import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoreConfig } from "../../../src/datastore/config.ts";
import { openKeyValues } from "../../../src/datastore/open.ts";
import { isRunning, type ProcessIdentity } from "../../../src/files/running-process.ts";
import { BINARY, runBinary } from "../../support/binary.ts";
import type { Ran } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { NEVER_MS, waitUntil } from "../../support/wait.ts";

const hep = (name: string, label: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: ${name}, labels: {is: ${label}}}\nspec: {node: node1, interfaceName: eth0}\n`;

/** A manifest of so many network sets with a label. */
export function networkSets(count: number, label: string): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `apiVersion: projectcalico.org/v3\nkind: NetworkSet\nmetadata: {name: s${at}, labels: {is: ${label}}}\nspec: {nets: [10.0.0.0/24]}\n`,
  ).join("---\n");
}

/** A store as a user's session has it: what to set, its journals, and what is in it. */
export class Host {
  readonly env: Record<string, string>;
  readonly #config: StoreConfig;
  readonly folder = tmpFolder();

  /** The tool that its commands are made with. */
  readonly binary: string;

  constructor(config: StoreConfig, more: Record<string, string> = {}, binary = BINARY) {
    this.#config = config;
    this.binary = binary;
    const store: Record<string, string> =
      config.type === "embedded"
        ? { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: config.path }
        : { DATASTORE_TYPE: "etcdv3", ETCD_ENDPOINTS: config.type === "etcd" ? config.endpoints.join(",") : "" };
    this.env = { ...store, CALICOCTL_STATE_DIR: this.folder, ...more };
  }

  run(argv: readonly string[], stdin = ""): Promise<Ran> {
    return runBinary(argv, { stdin, env: this.env });
  }

  /** Stores the endpoints `a` and `b`, and no other. */
  async reset(): Promise<void> {
    await this.run(["delete", "hep", "--all", "--yes"]);
    const ran = await this.run(["apply", "-f", "-"], `${hep("a", "old")}---\n${hep("b", "old")}`);
    if (ran.code !== 0) throw new Error(ran.stderr);
  }

  /** Every value by its key, byte for byte. */
  async values(): Promise<Record<string, string>> {
    const kv = await openKeyValues(this.#config, { timeoutMs: NEVER_MS, calico: undefined });
    try {
      const { kvs } = await kv.list("/calico/");
      return Object.fromEntries(kvs.map(({ key, value }) => [key.slice(key.lastIndexOf("/") + 1), value]));
    } finally {
      await kv.close();
    }
  }

  /** Starts `apply` of a changed `a` and a new `c` (of standard input), and waits until it waits for its confirmation. */
  change(within = "1h"): Promise<Change> {
    return this.start(["apply", "-f", "-"], within, `${hep("a", "new")}---\n${hep("c", "new")}`);
  }

  /**
   * Starts a command with a way back, and waits until it waits for its confirmation. On a busy machine a short time may be over
   * before: then what it wrote is taken back, and it is started again.
   */
  async start(argv: readonly string[], within = "1h", stdin = ""): Promise<Change> {
    for (;;) {
      const change = new Change(this, [...argv, "--confirm-within", within], stdin);
      if (await change.isAsking()) return change;
    }
  }
}

/** A command with `--confirm-within` as a process in a session of its own. */
export class Change {
  readonly output = { stdout: "", stderr: "" };
  /** Its exit code or the signal that ended it, once all that it said is in `output`. */
  readonly ended: Promise<number | string | null>;
  readonly #child: ChildProcess;
  readonly #host: Host;
  #hasEnded = false;

  constructor(host: Host, argv: readonly string[], stdin: string) {
    this.#host = host;
    this.#child = spawn(process.execPath, [host.binary, ...argv], {
      env: { PATH: process.env.PATH ?? "", ...host.env },
      detached: true,
    });
    this.#child.stdin?.end(stdin);
    for (const stream of ["stdout", "stderr"] as const)
      this.#child[stream]?.setEncoding("utf8").on("data", (text: string) => {
        this.output[stream] += text;
      });
    this.ended = new Promise((resolve) =>
      this.#child.on("close", (code, signal) => {
        this.#hasEnded = true;
        resolve(code ?? signal);
      }),
    );
  }

  /** Waits until it asks for its confirmation; false where its time was over before. */
  async isAsking(): Promise<boolean> {
    try {
      await this.says(/not confirmed yet: .*\n/);
      return true;
    } catch (error) {
      if (this.output.stderr.includes("no confirmation came within")) return false;
      throw error;
    }
  }

  /** Waits until it has said that; throws where it ends without it. */
  async says(pattern: RegExp): Promise<void> {
    const hasSaid = (): boolean => pattern.test(this.output.stderr);
    const missing = (): string => `no ${pattern} in ${JSON.stringify(this.output)}`;
    await waitUntil(() => this.#hasEnded || hasSaid(), missing);
    if (!hasSaid()) throw new Error(missing());
  }

  get id(): string {
    return /calicoctl confirm ([0-9a-f]{6})/.exec(this.output.stderr)?.[1] ?? "";
  }

  /** The folder of its journal. */
  get journal(): string {
    return join(this.#host.folder, "way-back", this.id);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends the process that keeps the way back. */
  killKeeper(): void {
    this.signalKeeper("SIGKILL");
  }

  /** Sends a signal to the process that keeps the way back; false where that has ended. */
  signalKeeper(signal: NodeJS.Signals): boolean {
    try {
      return process.kill(keeperOf(this.journal).pid, signal);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
      throw error;
    }
  }

  /** Ends both processes, of which neither takes anything back, and waits until they are gone; `journal` where it has not said its own yet. */
  async crash(journal = this.journal): Promise<void> {
    const keeper = keeperOf(journal);
    // A process that stands still does not see that the other one has ended.
    this.kill("SIGSTOP");
    process.kill(keeper.pid, "SIGKILL");
    this.kill("SIGKILL");
    await this.ended;
    await waitUntil(() => !isRunning(keeper));
  }

  /** Whether it is decided what becomes of the change. */
  isDecided(): boolean {
    return readdirSync(this.journal).includes("decision");
  }

  /** Waits until somebody has ended the change. */
  settled(): Promise<void> {
    return waitUntil(
      () => readdirSync(this.journal).includes("result"),
      () => `nobody has ended it: ${readdirSync(this.journal)}`,
    );
  }
}

/** The process that keeps the way back of that journal. */
function keeperOf(journal: string): ProcessIdentity {
  return JSON.parse(readFileSync(join(journal, "keeper"), "utf8")) as ProcessIdentity;
}
