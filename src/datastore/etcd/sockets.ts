import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

/**
 * Records every socket that this process opens from now on. gRPC leaves a socket open whose TLS handshake never completes,
 * which would keep the process alive long after the call timed out; `release` lets the process exit.
 */
export function trackSockets(): { readonly release: () => void } {
  const channel = "net.client.socket";
  const sockets = new Set<Socket>();
  const record = (message: unknown): void => {
    if (typeof message !== "object" || message === null || !("socket" in message)) return;
    const { socket } = message;
    if (!(socket instanceof Socket)) return;
    sockets.add(socket);
    // A watch that runs for weeks opens many.
    socket.once("close", () => sockets.delete(socket));
  };
  subscribe(channel, record);
  return {
    release: () => {
      unsubscribe(channel, record);
      for (const socket of sockets) socket.unref();
    },
  };
}
