import type { CommandContext } from "../shell/context.ts";
import { runOnTerminal } from "../shell/io/programs.ts";
import { UsageError } from "../shell/usage.ts";

/** The variables that name the editor, the first that is set counts; `vi` where none is. */
const VARIABLES = ["CALICO_EDITOR", "KUBE_EDITOR", "EDITOR"] as const;

/** The editor's command, which may have options; throws `UsageError` where none is named and there is no terminal for `vi`. */
export function editorOf({ io }: Pick<CommandContext, "io">): string {
  const named = VARIABLES.map((name) => io.env[name]?.trim()).find((value) => value);
  if (named !== undefined) return named;
  if (io.confirm === undefined)
    throw new UsageError("there is no terminal to edit on", "set EDITOR, or use `calicoctl patch`");
  return "vi";
}

/** Opens a file in the editor, and waits until it ends; returns why that failed. Ctrl-C is the editor's. */
export async function openEditor(editor: string, path: string, { io }: CommandContext): Promise<string | undefined> {
  let off = (): void => {};
  const listen = (): void => {
    off = io.onInterrupt(listen);
  };
  listen();
  try {
    // The shell divides the command's options as it does where the variable is used.
    const end = await runOnTerminal(["/bin/sh", "-c", `exec ${editor} "$1"`, "sh", path], io.env);
    if (end.kind === "failed") return end.reason;
    return end.code === 0 ? undefined : `it ended with exit code ${end.code}`;
  } finally {
    off();
  }
}
