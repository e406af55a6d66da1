import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

/** The shells that `completion` writes scripts for. */
export type Shell = "bash" | "zsh" | "fish";

/** Whether this machine has the shell. */
export function hasShell(shell: Shell): boolean {
  return spawnSync(shell, ["--version"]).status === 0;
}

/** Types into an interactive zsh, which needs a terminal of its own. */
const ZSH_TERMINAL = String.raw`zmodload zsh/zpty
zpty -b shell "zsh -f -i"
zpty -w shell "PS1='> '; autoload -Uz compinit; compinit -D -u; source ./completion.zsh; print REA''DY"
zpty -r shell out '*READY*'
zpty -w -n shell "$(cat; print '; print DO""NE')"$'\n'
zpty -r shell out '*DONE*'
print -r -- "$out"
`;

/** Fish completes without a terminal: what it would insert is run as the line. */
const FISH_LINE = `source ./completion.fish
set -l line (cat | string replace --regex '\\t$' '')
set -l words (string split ' ' -- $line)
for word in (complete --escape -C $line)
  eval (string join ' ' -- $words[1..-2] (string split -f 1 \\t -- $word))
end
`;

const INTERACTIVE: Readonly<Record<Shell, readonly string[]>> = {
  bash: ["--rcfile", "completion.bash", "-i"],
  zsh: ["-f", "-c", ZSH_TERMINAL],
  fish: ["--no-config", "-c", FISH_LINE],
};

/**
 * Types a line into an interactive shell that has read `completion.SHELL` in `folder`; a tab completes, and the line is
 * run. Commands come from `folder`/bin first. Returns what the shell shows, in which terminal codes may be mixed.
 */
export function typeInto(shell: Shell, line: string, folder: string): Promise<string> {
  const env = {
    PATH: `${join(folder, "bin")}:${process.env.PATH}`,
    HOME: folder,
    HISTFILE: "/dev/null",
    INPUTRC: "/dev/null",
    TERM: "dumb",
  };
  // Detached: a shell that is interactive must not take the terminal of the test run.
  const child = spawn(shell, INTERACTIVE[shell], { cwd: folder, env, detached: true });
  let shown = "";
  child.stdout.on("data", (data: Buffer) => {
    shown += data.toString();
  });
  child.stdin.end(shell === "bash" ? `${line}\n` : line);
  return new Promise((resolve) => child.on("close", () => resolve(shown)));
}
