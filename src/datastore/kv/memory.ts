import { dryRunStore } from "./dry.ts";
import type { KeyValueStore } from "./kv.ts";

/** A store that holds nothing and is nowhere: what is written to it stays in memory. */
export function memoryStore(): KeyValueStore {
  const nothing = async () => ({ kvs: [], revision: "0" });
  const never = async (): Promise<never> => {
    throw new Error("nothing is written to what is below a dry run");
  };
  return dryRunStore({
    ...{ description: "no datastore", timeoutMs: 0, get: nothing, list: nothing, put: never, drop: never },
    watch: () => {
      throw new Error("a store in memory is not watched");
    },
    close: async () => {},
  });
}
