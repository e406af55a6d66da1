/** Returns a function that runs `work`; a call while it runs waits for the same run, a later call starts a new one. */
export function shareRunning(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
