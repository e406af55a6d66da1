import type { SourceText } from "../model/diagnostic.ts";
import { type CheckedManifests, type CheckOptions, checkManifests } from "./check-manifests.ts";
import { parseManifests } from "./parse-manifests.ts";

/** Parses and checks manifests in one go, where the Calico version is known beforehand. No text makes it throw. */
export function readManifests(sources: readonly SourceText[], options: CheckOptions): CheckedManifests {
  return checkManifests(parseManifests(sources), options);
}
