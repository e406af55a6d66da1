import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { resourceKey } from "../keys.ts";
import type { KeyValueStore } from "../kv/kv.ts";

/**
 * Remembers which tiers exist, so that a batch of policies reads each tier once. A tier that another writer deletes
 * meanwhile goes unnoticed, as it does between any check and its write. A missing tier is read again every time.
 */
export class KnownTiers {
  readonly #kv: KeyValueStore;
  readonly #calico: CalicoVersionRules;
  readonly #reads = new Map<string, Promise<boolean>>();

  constructor(kv: KeyValueStore, calico: CalicoVersionRules) {
    this.#kv = kv;
    this.#calico = calico;
  }

  /** Whether the store has that tier. */
  async has(name: string): Promise<boolean> {
    const read = this.#reads.get(name) ?? this.#read(name);
    this.#reads.set(name, read);
    let exists = false;
    try {
      exists = await read;
    } finally {
      if (!exists) this.#reads.delete(name);
    }
    return exists;
  }

  async #read(name: string): Promise<boolean> {
    const key = resourceKey({ kind: "Tier", name }, this.#calico.storedNames);
    return (await this.#kv.get(key)).kvs.length > 0;
  }
}
