import type { SourceText } from "../../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { ScenarioParts } from "../../scenario/scenario.ts";
import { ManifestReader } from "../../web/engine/manifest-reader.ts";
import type { PageData } from "../../web/engine/page-data.ts";
import { cutObject } from "../snapshot/cut-object.ts";

/** A kind of Kubernetes whose objects must not leave the machine, as a line of YAML or JSON names it. */
const SECRET = /(?:^|[\s{,-])"?kind"?\s*:\s*["']?Secret["']?\s*(?:[,}#]|$)/m;

/** The first of the manifests that has a Secret, which a page would hold as it is written. */
export function manifestWithSecret(manifests: readonly SourceText[]): SourceText | undefined {
  return manifests.find(({ text }) => SECRET.test(text));
}

/** What was read for a scenario, as the data of a page; of a cluster's objects only what is evaluated. */
export function pageData(
  parts: ScenarioParts,
  manifests: readonly SourceText[],
  { title, skipKinds }: Pick<PageData, "title" | "skipKinds">,
): PageData {
  const { calico, dataplane, namespace, stored, storedObjects, slicesListed, saved, diagnostics } = parts;
  const read = {
    title,
    calicoVersion: calico.version,
    ...(dataplane !== undefined && { dataplane }),
    ...(namespace !== undefined && { namespace }),
    manifests,
    skipKinds,
    ...(stored !== undefined && { stored: stored.map(({ resource }) => resource) }),
    objects: storedObjects.map((object) => cutObject(object, textOrEmpty(object.apiVersion), textOrEmpty(object.kind))),
    slicesListed,
    facts: { unnamed: saved.unnamed, byNode: [...saved.byNode], named: [...saved.named] },
  };
  // The page finds what is wrong with manifests itself, also in those that are edited.
  const ofManifests = new Set(new ManifestReader(calico, read).read(manifests).diagnostics.map(textOf));
  return { ...read, diagnostics: diagnostics.filter((one) => !ofManifests.has(textOf(one))) };
}

const textOf = (value: object): string => JSON.stringify(objectOrEmpty(value));
