import { Session } from "node:inspector";

/**
 * Counts work instead of time. A test file imports this module first, with a line of its own, so that V8 counts in all
 * code that is loaded after it; such files are called `*-work.test.ts`.
 */
const session = new Session();
session.connect();
const post = <Result>(method: string, parameters: object = {}): Promise<Result> =>
  new Promise((resolve, reject) =>
    session.post(method, parameters, (error, result) => (error === null ? resolve(result as Result) : reject(error))),
  );
await post("Profiler.enable");
await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Code that is counted: this project's, and the YAML library's. */
const COUNTED = /\/(src|node_modules\/yaml)\//;

/**
 * Returns how many blocks of code a call executed. The figure depends on the code and its input alone, not on the machine
 * and its load. What one built-in call does inside (a search in a string, a regular expression) is not counted: for that
 * the inputs are so large that work which grows with their square meets the global timeout.
 */
export async function workOf(run: () => unknown): Promise<number> {
  await post("Profiler.takePreciseCoverage");
  await run();
  const { result } = await post<Coverage>("Profiler.takePreciseCoverage");
  let blocks = 0;
  for (const { url, functions } of result) {
    if (!COUNTED.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  }
  return blocks;
}
