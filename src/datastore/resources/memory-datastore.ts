import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import type { Datastore } from "../datastore.ts";
import { memoryStore } from "../kv/memory.ts";
import { resourceStore } from "./resource-store.ts";

/** A datastore that holds nothing and is nowhere: what is written to it stays in memory. */
export function memoryDatastore(calico: CalicoVersionRules): Datastore {
  return resourceStore(memoryStore(), calico);
}
