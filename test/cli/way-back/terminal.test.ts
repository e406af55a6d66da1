import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { embeddedConfig } from "../../datastore/stores.ts";
import { BINARY } from "../../support/binary.ts";
import { tmpFolder } from "../../support/tmp.ts";
import { waitUntil } from "../../support/wait.ts";
import { Host } from "./change.ts";

/** The program that runs a command in a terminal of its own. */
const TERMINAL: string = "script";
const hasTerminal = spawnSync(TERMINAL, ["--version"]).status === 0;
const MANIFEST =
  "apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: {name: a}\nspec: {node: other, interfaceName: eth0}\n";

/** A command in a pseudo-terminal. */
class Terminal {
  shown = "";
  readonly #child: ChildProcess;
  readonly closed: Promise<number | null>;

  constructor(host: Host, line: string) {
    this.#child = spawn(TERMINAL, ["-qfec", line, "/dev/null"], {
      env: { PATH: process.env.PATH ?? "", TERM: "xterm", SHELL: "/bin/sh", ...host.env },
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.shown += text;
    });
    this.closed = new Promise((resolve) => this.#child.once("close", resolve));
  }

  says(pattern: RegExp): Promise<void> {
    return waitUntil(
      () => pattern.test(this.shown),
      () => `no ${pattern} in ${JSON.stringify(this.shown)}`,
    );
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** Ends the program behind the terminal, which then hangs up. */
  hangUp(): void {
    this.#child.kill("SIGKILL");
  }
}

describe.skipIf(!hasTerminal)(`on a terminal${hasTerminal ? "" : " [skipped: no script here]"}`, () => {
  const folder = tmpFolder({ "a.yaml": MANIFEST });
  const host = new Host(embeddedConfig(join(folder, "store.db")));
  const tool = `${process.execPath} ${BINARY}`;
  const apply = (file: string) => `${tool} apply ${file} --confirm-within 1h`;
  // The shell must not end by the signal itself.
  const alone = (file: string) => `exec ${apply(file)}`;
  let before: Record<string, string>;
  beforeAll(async () => {
    await host.reset();
    before = await host.values();
  });
  const settled = () =>
    waitUntil(() => {
      const journals = join(host.folder, "way-back");
      return readdirSync(journals).every((id) => readdirSync(join(journals, id)).includes("result"));
    });

  /** The line, what is typed once it waits (`undefined`: the terminal is closed), and the exit code. */
  test.each<readonly [name: string, line: string, keys: string | undefined, code: number | null]>([
    ["Enter keeps it", alone(`-f ${folder}/a.yaml`), "\r", 0],
    ["Ctrl-C takes it back", alone(`-f ${folder}/a.yaml`), "\u0003", 3],
    ["Ctrl-D takes it back", alone(`-f ${folder}/a.yaml`), "\u0004", 3],
    ["a closed terminal takes it back", alone(`-f ${folder}/a.yaml`), undefined, null],
    ["where standard input is a file, Enter is read from the terminal", `${alone("-f -")} < ${folder}/a.yaml`, "\r", 0],
    ["and a closed terminal is seen", `${alone("-f -")} < ${folder}/a.yaml`, undefined, null],
  ])("%s", async (_, line, keys, code) => {
    await host.run(["delete", "hep", "--all", "--yes"]);
    await host.reset();
    before = await host.values();
    const terminal = new Terminal(host, line);
    await terminal.says(/not confirmed yet: press Enter within 1h/);
    if (keys === undefined) terminal.hangUp();
    else terminal.type(keys);
    expect(await terminal.closed).toBe(code);
    await settled();
    if (code === 0) expect(await host.values()).not.toEqual(before);
    else expect(await host.values()).toEqual(before);
  });

  test("an Enter that was typed before the question does not confirm", async () => {
    await host.reset();
    const go = join(folder, "go");
    spawnSync("sh", ["-c", 'mkfifo "$1"', "sh", go]);
    const terminal = new Terminal(host, `cat ${go}; ${alone(`-f ${folder}/a.yaml`)}`);
    terminal.type("\r\r");
    // The terminal shows what it has, whether it is read or not.
    await terminal.says(/\n\r?\n/);
    writeFileSync(go, "");
    await terminal.says(/not confirmed yet: press Enter within 1h/);
    terminal.type("\u0003");
    expect(await terminal.closed).toBe(3);
    expect(terminal.shown).not.toContain("confirmed: what was written stays");
  });

  test("in the background it does not read, so that the shell does not stop it", async () => {
    await host.reset();
    const terminal = new Terminal(host, `sh -mc '${apply(`-f ${folder}/a.yaml`)} & wait'`);
    await terminal.says(/not confirmed yet: `calicoctl confirm [0-9a-f]{6}` within 1h/);
    expect(await host.run(["confirm"])).toMatchObject({ code: 0 });
    expect(await terminal.closed).toBe(0);
    expect(terminal.shown).toMatch(/confirmed: what was written stays/);
  });
});
