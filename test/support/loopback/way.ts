import { connect, createServer, type Socket } from "node:net";

/** A way to a server that a test can break. */
export interface Way {
  readonly endpoint: string;
  /** Ends all connections and refuses new ones. */
  readonly cut: () => void;
  /** Keeps all connections and takes new ones, but nothing comes through any more. */
  readonly mute: () => void;
  /** Lets new connections through again; muted ones end. */
  readonly mend: () => void;
  /** How many connections it has refused since it was last cut. */
  readonly refused: () => number;
  /** How many connections it has taken through which nothing has come since they began. */
  readonly unanswered: () => number;
  /** Whether more was sent to the server than comes through. */
  readonly isFull: () => boolean;
  readonly stop: () => void;
}

/** What comes through a way at most: so many connections, of which later ones are mute, and so many bytes to the server. */
export interface WayLimits {
  readonly connections?: number;
  readonly bytes?: number;
}

/** Starts a way to the port, on a free loopback port unless one is given. */
export async function startWay(
  port: number,
  own = 0,
  { connections = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY }: WayLimits = {},
): Promise<Way> {
  const sockets = new Set<Socket>();
  let [refused, through, unanswered, sent] = [0, 0, 0, 0];
  let state: "open" | "cut" | "mute" = "open";
  const server = createServer((near) => {
    near.on("error", () => near.destroy());
    if (state === "cut") {
      refused++;
      near.destroy();
      return;
    }
    sockets.add(near);
    if (state === "mute" || through === connections) {
      unanswered++;
      return;
    }
    through++;
    const far = connect({ host: "127.0.0.1", port });
    sockets.add(far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => from.destroy());
      from.on("data", (data) => {
        if (from === near) sent += data.length;
        if (state !== "mute" && (from === far || sent <= bytes)) to.write(data);
      });
      from.on("close", () => {
        sockets.delete(from);
        if (state !== "mute") to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(own, "127.0.0.1", resolve));
  const address = server.address();
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    cut() {
      state = "cut";
      refused = 0;
      drop();
    },
    mute() {
      state = "mute";
    },
    mend() {
      state = "open";
      drop();
    },
    refused: () => refused,
    unanswered: () => unanswered,
    isFull: () => sent > bytes,
    stop() {
      server.close();
      drop();
    },
  };
}
