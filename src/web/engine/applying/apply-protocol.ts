import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Flow } from "../../../model/flow.ts";
import type { Edits } from "../page-data.ts";

/** What writing the edits of a page would do: asked of the server of the page, which alone knows the datastore. */
export interface PlanRequest {
  /** The version of the data that the page shows. */
  readonly version: number;
  readonly edits: Edits;
}

/** That a plan be carried out, as it was shown. */
export interface ApplyRequest extends PlanRequest {
  /** The plan that was shown. */
  readonly plan: string;
  /** The order in which it was shown, by the names of the resources. */
  readonly order: readonly string[];
}

/** About a change that is not confirmed yet. */
export interface ChangeRequest {
  readonly change: string;
}

/** One write of a plan. */
export interface PlanWrite {
  /** The resource as people name it: `HostEndpoint node1-eth0`. */
  readonly name: string;
  readonly action: "create" | "change" | "delete";
  /** From what is stored to what would be, as `calicoctl diff` prints it. */
  readonly diff: string;
  /** What the store changes with it, by name. */
  readonly also: readonly string[];
  /** Why the store would refuse it. */
  readonly problem?: Diagnostic;
}

/** A resource that another writer changed since it was edited. */
export interface WriteConflict {
  readonly name: string;
  /** What happened, in words. */
  readonly message: string;
  /** The resourceVersion that is stored now; absent where the resource is gone. */
  readonly stored?: string;
  /** What the other writer changed, where the server still knows what was there before. */
  readonly theirs?: string;
  /** From what is stored now to what the edits would make of it. */
  readonly diff: string;
}

/** What `--guard` proved of the writes of a plan. */
export interface PlanProof {
  /** `reordered`: the writes are in another order than they were asked for, as that one was not safe. */
  readonly result: "safe" | "reordered" | "refused" | "not proved";
  /** The report, as the commands print it. */
  readonly text: string;
  /** The lifelines in words. */
  readonly lifelines: readonly string[];
  /** A packet of a lifeline that would be cut, and where. */
  readonly witness?: { readonly node: string; readonly flow: Flow };
  /** Policies to add as a manifest, with which all writes are safe; they stay. */
  readonly keep?: string;
}

/** What would be written. */
export interface Plan {
  readonly kind: "plan";
  /** Another for every other plan. */
  readonly id: string;
  /** Where it would be written, in words. */
  readonly datastore: string;
  /** In the order in which they would be made. */
  readonly writes: readonly PlanWrite[];
  /** The edited resources that are stored as they are edited already. */
  readonly unchanged: readonly string[];
  readonly conflicts: readonly WriteConflict[];
  /** Absent where nothing is proved: there are conflicts or refused writes, nothing to write, or lifelines that cannot be read. */
  readonly proof?: PlanProof;
  /** What is to be known besides, a line each. */
  readonly notes: readonly string[];
  /** Whether it may be carried out. */
  readonly mayApply: boolean;
}

/** What became of one write. */
export interface MadeWrite {
  readonly name: string;
  readonly action: PlanWrite["action"];
  readonly state: "written" | "not written" | "unknown";
  readonly problem?: Diagnostic;
}

/** What was written. */
export interface Made {
  readonly kind: "made";
  readonly result: "all" | "some" | "nothing";
  /** In the order in which they were made. */
  readonly writes: readonly MadeWrite[];
  /** Whether what was written has been taken back, as not all of it could be. */
  readonly isTakenBack: boolean;
  /** What the guard said where it refused the writes. */
  readonly proof?: PlanProof;
  /** The commands that take back what was written, in the order in which to type them. */
  readonly back: readonly string[];
  readonly notes: readonly string[];
  /** The version of the page's data that has what was written. */
  readonly version: number;
  /** The edits that are not needed any more, by their names. */
  readonly done: { readonly manifests: readonly string[]; readonly removed: readonly string[] };
  /** Where it is taken back unless it is confirmed: the change, and the seconds in which to confirm. */
  readonly confirm?: { readonly change: string; readonly seconds: number };
}

/** How a change ended that was to be confirmed. */
export interface ChangeEnding {
  readonly kind: "ended";
  readonly isKept: boolean;
  /** What the command said of it. */
  readonly text: string;
}

/** Why the server does not do it; nothing was written, unless the message says that this is not known. */
export interface ApplyRefusal {
  readonly kind: "refused";
  readonly message: string;
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** What the server answers. */
export type ApplyAnswer = Plan | Made | ChangeEnding | ApplyRefusal | { readonly kind: "noted" };
