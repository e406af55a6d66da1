import type { Column } from "./columns.ts";
import type { CalicoVersion } from "./version.ts";

/**
 * One kind of resource, all of it in one place: its names, where it is stored, how it is listed. The fields are in
 * the schema of the same name. Aliases and columns: the recorded transcripts of v3.9.5.
 */
export interface KindInfo {
  readonly kind: string;
  /** The stored key's segment, which is also the long alias. */
  readonly plural: string;
  /** Every name accepted on the command line, lower case. */
  readonly aliases: readonly string[];
  readonly namespaced: boolean;
  /** Whether it belongs to a tier, and v3.9 stores it as `default.NAME`. */
  readonly tiered?: true;
  /** The Calico version that has this kind; absent: all. */
  readonly since?: CalicoVersion;
  readonly columns: readonly Column[];
  /** Whether the evaluator reads it, because it can change what happens to a packet. */
  readonly evaluated?: true;
  /**
   * Its place when a store is filled: what others refer to first, and endpoints last. An endpoint without its policies
   * drops traffic, one without the failsafe ports of its FelixConfiguration may lock an operator out. Absent: Calico
   * itself writes it.
   */
  readonly writeOrder?: number;
  /**
   * How many writes may be under way at once where not any number: `one-by-one`, for those writes look at each other
   * (pools must not overlap, the first with a tunnel changes the configuration); `alone`, for other kinds need it (policies
   * their tier, peers their filters).
   */
  readonly writes?: "one-by-one" | "alone";
}
