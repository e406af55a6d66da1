/**
 * The values of several streams as they come, until the first of them ends. An error of one is thrown; the others are ended, but
 * not waited for.
 */
export async function* merged<T>(streams: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const next = (stream: AsyncGenerator<T>) => stream.next().then((result) => ({ stream, result }));
  const waiting = new Map(streams.map((stream) => [stream, next(stream)]));
  try {
    while (waiting.size > 0) {
      const { stream, result } = await Promise.race(waiting.values());
      if (result.done) return;
      yield result.value;
      waiting.set(stream, next(stream));
    }
  } finally {
    for (const promise of waiting.values()) promise.catch(() => undefined);
    for (const stream of streams) void stream.return(undefined).catch(() => undefined);
  }
}
