/** A net for what never comes, so that the error can say what was missing; no machine is so slow. */
const NET_MS = 300_000;

/** A timeout that no test waits for: who waits for it instead of the answer meets the global limit. */
export const NEVER_MS = 3_600_000;

/** Waits until a condition holds, however long it takes; `missing` says what was there instead. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  missing: () => string = () => "the condition never held",
): Promise<void> {
  const net = Date.now() + NET_MS;
  while (!(await condition())) {
    if (Date.now() > net) throw new Error(missing());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
