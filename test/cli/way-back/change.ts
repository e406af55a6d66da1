import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoreConfig } from "../../../src/datastore/config.ts";
import { openKeyValues } from "../../../src/datastore/open.ts";
import { BINARY, runBinary } from "../../support/binary.ts";
import type { Ran } from "../../support/cli.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";

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
    const kv = await openKeyValues(this.#config, { timeoutMs: 10_000, calico: undefined });
    try {
      const { kvs } = await kv.list("/calico/");
      return Object.fromEntries(kvs.map(({ key, value }) => [key.slice(key.lastIndexOf("/") + 1), value]));
    } finally {
      await kv.close();
    }
  }

  /** Starts `apply` of a changed `a` and a new `c` (of standard input), and waits until it waits for its confirmation. */
  async change(within = "1h"): Promise<Change> {
    const stdin = `${hep("a", "new")}---\n${hep("c", "new")}`;
    return new Change(this, ["apply", "-f", "-", "--confirm-within", within], stdin).waiting();
  }

  /** Starts a command with a way back, and waits until it waits for its confirmation. */
  start(argv: readonly string[], within = "1h"): Promise<Change> {
    return new Change(this, [...argv, "--confirm-within", within], "").waiting();
  }
}

/** A command with `--confirm-within` as a process in a session of its own. */
export class Change {
  readonly output = { stdout: "", stderr: "" };
  readonly ended: Promise<number | string | null>;
  readonly #child: ChildProcess;
  readonly #host: Host;

  constructor(host: Host, argv: readonly string[], stdin: string) {
    this.#host = host;
    this.#child = spawn(process.execPath, [host.binary, ...argv], {
      env: { PATH: process.env.PATH ?? "", ...host.env },
      detached: true,
    });
    this.#child.stdin?.end(stdin);
    for (const stream of ["stdout", "stderr"] as const)
      this.#child[stream]?.on("data", (data: Buffer) => {
        this.output[stream] += data.toString();
      });
    this.ended = new Promise((resolve) => this.#child.on("exit", (code, signal) => resolve(code ?? signal)));
  }

  async waiting(): Promise<this> {
    await this.says(/not confirmed yet: .*\n/);
    return this;
  }

  says(pattern: RegExp): Promise<void> {
    return waitUntil(
      () => pattern.test(this.output.stderr),
      () => `no ${pattern} in ${JSON.stringify(this.output)}`,
    );
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

  signalKeeper(signal: NodeJS.Signals): void {
    process.kill(Number(JSON.parse(readFileSync(join(this.journal, "keeper"), "utf8")).pid), signal);
  }

  /** Waits until somebody has ended the change. */
  settled(): Promise<void> {
    return waitUntil(
      () => readdirSync(this.journal).includes("result"),
      () => `nobody has ended it: ${readdirSync(this.journal)}`,
    );
  }
}
