import { declare, type Line } from "../shell/command.ts";
import { SCRIPTS } from "../shell/complete/scripts.ts";
import type { CommandContext } from "../shell/context.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** `completion` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "completion",
  summary: "Print a shell completion script",
  arguments: [
    { syntax: "[shell]", help: "bash, zsh, fish or powershell", values: ["bash", "zsh", "fish", "powershell"] },
  ],
  options: {},
  examples: [
    { line: "source <(calicoctl completion bash)", shows: "in ~/.bashrc; zsh likewise" },
    { line: "calicoctl completion fish | source", shows: "in ~/.config/fish/config.fish" },
    { line: "calicoctl completion powershell | Out-String | Invoke-Expression", shows: "in $PROFILE" },
  ],
});

/** What `completion` prints. */
export interface CompletionOptions {
  readonly script: string;
}

/** The options of `completion`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [shell = ""] }: Line): CompletionOptions {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined)
    throw new UsageError(
      "which shell?",
      "calicoctl completion bash, zsh, fish or powershell; source <(calicoctl completion bash)",
    );
  return { script };
}

/** `completion bash|zsh|fish|powershell`: the script that makes the shell complete this tool. */
export async function run({ script }: CompletionOptions, { io }: CommandContext): Promise<number> {
  io.stdout.writeData(script);
  return EXIT.ok;
}
