import type { CommandContext } from "../../shell/context.ts";
import { outOf } from "../../shell/io/out.ts";

/** A context whose messages are kept, without colours, and which has no terminal. */
export interface CapturedOutput {
  readonly context: CommandContext;
  /** What was said so far, a line each. */
  readonly lines: () => readonly string[];
}

/** A context for work that a page asks for: what the work says is for the page. */
export function capturedOutput(context: CommandContext): CapturedOutput {
  let text = "";
  const put = (more: string): void => {
    text += more;
  };
  const out = outOf({ put, drained: () => Promise.resolve(), onClose: () => () => {}, isTTY: false }, {});
  const { openKeyboard: _keyboard, confirm: _confirm, endSoon: _end, ...io } = context.io;
  return {
    context: { ...context, io: { ...io, stdout: out, stderr: out } },
    lines: () => text.split("\n").filter((line) => line !== ""),
  };
}
