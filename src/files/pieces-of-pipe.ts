import { type ConnectOpts, Socket, type SocketConstructorOpts } from "node:net";

/** As much as files are read by; a pipe of Linux holds a quarter of it, unless a program makes it larger. */
const PIECE = 256 * 1024;

/**
 * The bytes of an open pipe or socket, a piece at a time as they come, all in the same memory: each is valid until the next is
 * asked for. A stream of Node makes a new buffer for each, which costs as much again as reading. Ends when the signal aborts, and
 * closes the pipe unless it is a standard stream. Throws the system's error, and Node's for a socket that has no stream.
 */
export async function* piecesOfPipe(descriptor: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE);
  let length = 0;
  let isOver = false;
  let fault: Error | undefined;
  let notify = (): void => {};
  const callback = (read: number): boolean => {
    length = read;
    notify();
    // Nothing more is read until it is asked for.
    return false;
  };
  const onread = { buffer, callback };
  const options: SocketConstructorOpts & ConnectOpts = {
    fd: descriptor,
    readable: true,
    writable: false,
    signal,
    onread,
  };
  const socket = new Socket(options);
  socket.on("error", (error) => {
    fault = error;
  });
  socket.on("close", () => {
    isOver = true;
    notify();
  });
  try {
    while (!signal.aborted) {
      socket.resume();
      if (length === 0 && !isOver) await new Promise<void>((resolve) => (notify = resolve));
      if (signal.aborted) return;
      if (fault !== undefined) throw fault;
      if (length === 0) return;
      const piece = buffer.subarray(0, length);
      length = 0;
      yield piece;
    }
  } finally {
    socket.destroy();
  }
}
