import type { CommandContext } from "../shell/context.ts";

/** The messages of a read that is made again and again: they are shown where they are other than those of the last read. */
export class RepeatedMessages {
  #last = "";

  /** Does a read, and shows its messages at its end. */
  async during<T>(context: CommandContext, read: (context: CommandContext) => Promise<T>): Promise<T> {
    let text = "";
    const write = (more: string): void => {
      text += more;
    };
    try {
      return await read(withMessages(context, write));
    } finally {
      if (text !== this.#last) context.io.stderr.write(text);
      this.#last = text;
    }
  }

  /** A context whose messages are shown at once, but for those that the last read had, too. */
  without(context: CommandContext): CommandContext {
    return withMessages(context, (text) => {
      if (!this.#last.includes(text)) context.io.stderr.write(text);
    });
  }
}

function withMessages(context: CommandContext, write: (text: string) => void): CommandContext {
  const { io } = context;
  return { ...context, io: { ...io, stderr: { ...io.stderr, write } } };
}
