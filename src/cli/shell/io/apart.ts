import { spawn } from "node:child_process";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { type JsonObject, objectOf } from "../../../model/json.ts";

/** A connection between a process of this tool and one that it started, which each end sees end with the other process. */
export interface Link {
  readonly send: (message: JsonObject) => void;
  /** The next message of the other end; `undefined` where it is gone. Messages that nobody waits for are kept. */
  readonly nextMessage: () => Promise<JsonObject | undefined>;
  /** Calls back for each message of the other end from now on, and for those that are kept. */
  readonly onMessage: (callback: (message: JsonObject) => void) => void;
  /** Resolves when the other end is gone. */
  readonly gone: Promise<void>;
  readonly close: () => void;
}

/** The file descriptor of the connection, in the process that was started. */
const LINK = 3;

/**
 * Runs this tool again in a session of its own, with the same environment: no terminal is its own, so that none takes it
 * along when it goes away. It uses none of our streams, so that no reader waits for it either.
 */
export function startApart(words: readonly string[]): Link {
  const [, script = ""] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, script, ...words], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  child.unref();
  child.on("error", () => {});
  return linkOver(child.stdio[LINK] as Socket);
}

/** The connection to the process that started this one with `startApart`. */
export function linkToStarter(): Link {
  return linkOver(new Socket({ fd: LINK, readable: true, writable: true }));
}

/** The connection over a socket between two processes. */
export function linkOver(socket: Socket): Link {
  // A process that was killed may leave unread what was sent: that is its end, and no fault of this one.
  const ignored = (): void => {};
  socket.on("error", ignored);
  const gone = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.once("end", () => socket.destroy());
  const kept: JsonObject[] = [];
  const keep = (message: JsonObject): void => void kept.push(message);
  let tell = keep;
  const lines = createInterface({ input: socket });
  // readline emits the errors of the socket again; without a listener they would be thrown.
  lines.on("error", ignored);
  lines.on("line", (line) => {
    const message = messageOf(line);
    if (message !== undefined) tell(message);
  });
  return {
    send: (message) => {
      if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
    },
    nextMessage: () =>
      new Promise((resolve) => {
        const [first] = kept.splice(0, 1);
        if (first !== undefined) return resolve(first);
        tell = (message) => {
          tell = keep;
          resolve(message);
        };
        void gone.then(() => resolve(undefined));
      }),
    onMessage: (callback) => {
      tell = callback;
      for (const message of kept.splice(0)) callback(message);
    },
    gone,
    close: () => void socket.destroy(),
  };
}

/** The message of a line; `undefined` where the other end was killed in the middle of it. */
function messageOf(line: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(line));
  } catch {
    return undefined;
  }
}
