import { once } from "node:events";
import { createServer } from "node:net";

/** Ports of which the system gives none by itself: not to a connection, and not to who listens and names no port. */
const [FIRST, COUNT] = [20_000, 10_000];
/** Who listens there has a port for itself among all tests that run; the address itself is used by none. */
const RESERVING = "127.0.0.2";

/** A TCP port of the loopback interface on which nothing listens, and which no other test is given while this process runs. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const reservation = await listening(port, RESERVING);
    if (reservation === undefined) continue;
    // It ends with this process.
    reservation.unref();
    const probe = await listening(port, "127.0.0.1");
    if (probe === undefined) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

/** A server at that port; `undefined` where it is taken. */
async function listening(port: number, host: string) {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
}
