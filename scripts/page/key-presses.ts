import type { Browser, CDPSession, Page } from "playwright-core";

/** What becomes of key presses, in milliseconds. */
export interface KeyPresses {
  /** From the event of each key to the frame with the answer. */
  readonly waits: readonly number[];
  /** CPU time of the page and its workers for each, with all that follows a key later. */
  readonly cpu: number;
}

/** Someone types so fast: 300 keys a minute. */
const PACE = 200;

/**
 * Presses keys one after the other, and measures how long it takes until the part of the page that `busy` selects, which says by
 * `aria-busy` that it waits for an answer, waits no more.
 */
export async function pressKeys(
  page: Page,
  { busy, keys }: { readonly busy: string; readonly keys: readonly string[] },
): Promise<KeyPresses> {
  await page.evaluate(watch(busy));
  const session = await (page.context().browser() as Browser).newBrowserCDPSession();
  const before = await rendererTime(session);
  const waits: number[] = [];
  for (const key of keys) {
    await page.evaluate("nextAnswer.expect()");
    await page.keyboard.press(key);
    const waited = await page.evaluate<number>("nextAnswer.wait()");
    waits.push(waited);
    await page.waitForTimeout(Math.max(0, PACE - waited));
  }
  const cpu = ((await rendererTime(session)) - before) / keys.length;
  await session.detach();
  return { waits, cpu };
}

/** CPU time of all processes that show pages, in milliseconds. */
async function rendererTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const times = processInfo.filter(({ type }) => type === "renderer").map(({ cpuTime }) => cpuTime);
  return 1000 * times.reduce((sum, time) => sum + time, 0);
}

/** A script that notes when a key is pressed, and when a frame has been drawn in which the part does not wait any more. */
function watch(busy: string): string {
  return `(() => {
    let pressed, wasBusy, resolve, promise;
    const part = document.querySelector(${JSON.stringify(busy)});
    addEventListener("keydown", () => { pressed ??= performance.now(); }, { capture: true });
    new MutationObserver(() => {
      if (pressed === undefined || resolve === undefined) return;
      if (part.getAttribute("aria-busy") === "true") { wasBusy = true; return; }
      if (!wasBusy) return;
      const done = resolve;
      const from = pressed;
      resolve = undefined;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - from);
        port2.postMessage(undefined);
      });
    }).observe(part, { attributes: true, attributeFilter: ["aria-busy"], attributeOldValue: true });
    globalThis.nextAnswer = {
      expect: () => {
        pressed = undefined;
        wasBusy = false;
        promise = new Promise((next) => { resolve = next; });
      },
      wait: () => promise,
    };
  })()`;
}
