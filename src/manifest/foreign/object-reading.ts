import { objectOrEmpty } from "../../model/json.ts";
import type { Candidate } from "../candidates.ts";
import type { ParsedManifests } from "../parse-manifests.ts";
import { otherApi } from "./other-api.ts";

/** How objects of Kubernetes are read. */
export interface ObjectReading {
  /** Whether those that Calico reads are read as what it makes of them, instead of being refused. */
  readonly reads: boolean;
  /** What is not looked at, and not counted. */
  readonly skips?: (candidate: Candidate) => boolean;
  /** Whether kinds that Calico does not read are passed over, and counted in one line. */
  readonly passesOver: boolean;
}

/** Objects of Kubernetes are read as what Calico makes of them; others are passed over. */
export const READS_OBJECTS: ObjectReading = { reads: true, passesOver: true };

/**
 * How `validate` reads objects of Kubernetes: as what Calico makes of them, beside Calico's resources and in what a cluster
 * returned (its objects have a `uid`, or are in a list). Where nothing else is there, it refuses them as the commands that write do.
 */
export function objectReading(
  { documents }: ParsedManifests,
  { skipKinds, strict }: { readonly skipKinds: readonly string[]; readonly strict: boolean },
): ObjectReading {
  const skips = skipsKinds(skipKinds);
  const rest = documents.flatMap(({ candidates }) => candidates).filter((candidate) => !skips(candidate));
  const isStrange = ({ kind = "", apiVersion }: Candidate): boolean => {
    const api = otherApi(kind, apiVersion);
    return api === "kubernetes" || api === "stranger";
  };
  const hasOnlyOthers = rest.every((candidate) => isStrange(candidate) && !isFromServer(candidate));
  return { skips, reads: !hasOnlyOthers, passesOver: !hasOnlyOthers && !strict };
}

/** Whether a candidate is of one of these kinds; a value of `--skip-kind` may list several with commas. */
export function skipsKinds(values: readonly string[]): (candidate: Candidate) => boolean {
  const kinds = values.flatMap((value) => value.split(",")).map((kind) => kind.trim());
  return (candidate) => kinds.some((kind) => kind !== "" && isOfKind(candidate, kind));
}

/** Whether an API server has returned it: people write neither a `uid` nor lists, as which kubectl prints several objects. */
function isFromServer({ value, path }: Candidate): boolean {
  return path.length > 0 || typeof objectOrEmpty(value.metadata).uid === "string";
}

/** Whether a word names the candidate's kind: `Deployment`, or with its group `apps/Deployment`; in any case. */
function isOfKind({ kind = "", apiVersion = "" }: Candidate, word: string): boolean {
  const [group] = apiVersion.includes("/") ? apiVersion.split("/", 1) : [""];
  const names = [kind, `${group}/${kind}`, `${apiVersion}/${kind}`];
  return names.some((name) => name.toLowerCase() === word.toLowerCase());
}
