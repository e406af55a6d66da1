import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import type { JsonObject } from "../../model/json.ts";
import type { CalicoVersion } from "../../model/kinds/version.ts";
import type { Resource } from "../../model/resource.ts";
import type { FlowSource } from "../../scenario/flow-files/flow-tests.ts";
import type { Facts } from "../../scenario/node-facts.ts";

/** Everything that a page is about, as JSON: the command line writes it into the page, and the engine makes a scenario of it. */
export interface PageData {
  /** What the page is called: the files, or the datastore. */
  readonly title: string;
  readonly calicoVersion: CalicoVersion;
  readonly dataplane?: "iptables" | "nftables";
  /** The namespace of `-n`. */
  readonly namespace?: string;
  /** The manifests of `-f`, as they are written. */
  readonly manifests: readonly SourceText[];
  /** The flow files of `--flows`; absent where none were named. */
  readonly flows?: readonly FlowSource[];
  /** Kinds of the manifests that are not looked at. */
  readonly skipKinds: readonly string[];
  /** What the datastore holds, below the manifests; absent where there is none. */
  readonly stored?: readonly Resource[];
  /** The objects of Kubernetes of a live cluster, as far as they are read. */
  readonly objects: readonly JsonObject[];
  /** Whether these have every EndpointSlice of the cluster. */
  readonly slicesListed: boolean;
  readonly facts: PageFacts;
  /** Findings about reading all this. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Saved facts of nodes: entries instead of an object, as names are those that users gave. */
export interface PageFacts {
  readonly unnamed: Facts;
  readonly byNode: readonly (readonly [node: string, facts: Facts])[];
  readonly named: readonly string[];
}

/** No facts were saved. */
export const NO_PAGE_FACTS: PageFacts = { unnamed: {}, byNode: [], named: [] };

/** What is changed of a page's data, without changing the page. */
export interface Edits {
  /** Texts in the place of the manifests of the same names; others are laid over all manifests. */
  readonly manifests: readonly SourceText[];
  /** Resources that are taken away, by name: `GlobalNetworkPolicy allow-ssh`. */
  readonly removed: readonly string[];
  /**
   * The resourceVersion that a stored resource had when its edit began, by name, so that it is seen where another writer
   * has changed it since; absent where none is known.
   */
  readonly revisions?: readonly (readonly [name: string, resourceVersion: string])[];
}
