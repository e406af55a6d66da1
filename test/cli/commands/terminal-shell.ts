import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Shell } from "../../support/shells.ts";
import { waitUntil } from "../../support/wait.ts";

/** Files that a shell reads as it begins, so that it prompts with `READY>` and has the completion script of its folder. */
export const SHELL_FILES: Readonly<Record<string, string>> = {
  "rc.bash": "PS1='READY> '\nbind 'set enable-bracketed-paste off'\nsource ./completion.bash\n",
  ".zshrc": "PS1='READY> '\nautoload -Uz compinit; compinit -D -u\nsource ./completion.zsh\n",
  "rc.fish": "function fish_prompt; echo -n 'READY> '; end\nsource ./completion.fish\n",
};

const COMMANDS: Readonly<Record<Shell, string>> = {
  bash: "bash --rcfile rc.bash -i",
  zsh: "zsh -d -i",
  fish: "fish --no-config -i -C 'source rc.fish'",
};

/** The program that runs a command in a terminal of its own. */
const TERMINAL: string = "script";

/** A shell in a pseudo-terminal, and what it shows. */
export interface TerminalShell {
  /** Types keys, and waits until what is shown after them matches. */
  readonly type: (keys: string, shown: RegExp) => Promise<void>;
  /** Closes the terminal, waits until the shell is gone, and returns all that it showed. */
  readonly end: () => Promise<string>;
}

/** Why no shell can be run in a terminal here; empty where it can. */
export function missingFor(shell: Shell): string {
  const missing = [shell, TERMINAL].filter((name) => spawnSync(name, ["--version"]).status !== 0);
  return missing.length === 0 ? "" : ` [skipped: no ${missing.join(", no ")} here]`;
}

/** Starts the shell in `folder` (with its `SHELL_FILES`), in a terminal of its own; commands come from `folder`/bin first. */
export async function terminalShell(
  shell: Shell,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<TerminalShell> {
  const child: ChildProcess = spawn(TERMINAL, ["-qfec", COMMANDS[shell], "/dev/null"], {
    cwd: folder,
    env: {
      ...env,
      PATH: `${join(folder, "bin")}:${process.env.PATH}`,
      HOME: folder,
      TERM: "xterm",
      HISTFILE: "/dev/null",
    },
  });
  let shown = "";
  child.stdout?.on("data", (data: Buffer) => {
    shown += data.toString();
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const until = async (from: number, wanted: RegExp): Promise<void> => {
    await waitUntil(
      () => wanted.test(shown.slice(from)),
      () => `${shell} did not show ${wanted} in ${JSON.stringify(shown)}`,
    );
  };
  await until(0, /READY> /);
  return {
    type: (keys, wanted) => {
      const from = shown.length;
      child.stdin?.write(keys);
      return until(from, wanted);
    },
    end: () => {
      child.stdin?.end();
      child.kill("SIGHUP");
      return closed.then(() => shown);
    },
  };
}
