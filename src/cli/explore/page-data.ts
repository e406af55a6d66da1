import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../../model/json.ts";
import type { ScenarioParts } from "../../scenario/scenario.ts";
import { ManifestReader } from "../../web/engine/manifest-reader.ts";
import type { PageData } from "../../web/engine/page-data.ts";
import { cutObject, withoutLastApplied } from "../snapshot/cut-object.ts";
import { pageTexts } from "./page-texts.ts";

/** What was read for a scenario, as the data of a page: of manifests and of a cluster's objects only what is evaluated. */
export function pageData(
  parts: ScenarioParts,
  written: readonly SourceText[],
  { title, skipKinds, flows = [] }: Pick<PageData, "title" | "skipKinds" | "flows">,
): PageData {
  const { calico, dataplane, namespace, stored, storedObjects, slicesListed, saved, diagnostics } = parts;
  const { manifests, leftOut } = pageTexts(written, { calico, namespace, skipKinds });
  const read = {
    title,
    calicoVersion: calico.version,
    ...(dataplane !== undefined && { dataplane }),
    ...(namespace !== undefined && { namespace }),
    manifests,
    ...(flows.length > 0 && { flows }),
    skipKinds,
    ...(stored !== undefined && { stored: stored.map(({ resource }) => withoutLastApplied(resource)) }),
    objects: storedObjects.map((object) => cutObject(object, textOrEmpty(object.apiVersion), textOrEmpty(object.kind))),
    slicesListed,
    facts: { unnamed: saved.unnamed, byNode: [...saved.byNode], named: [...saved.named] },
  };
  // The page finds what is wrong with manifests itself, also in those that are edited.
  const ofManifests = new Set(new ManifestReader(calico, read).read(written).diagnostics.map(textOf));
  const others = diagnostics.filter((one) => !ofManifests.has(textOf(one)));
  return { ...read, diagnostics: [...others, ...leftOutFinding(leftOut)] };
}

/** The code of the finding about objects that are not in a page. */
export const LEFT_OUT = "explore.left-out";

/** How many objects a finding names. */
const MOST_NAMES = 5;

/** What is said of the objects that are not in the page. */
function leftOutFinding(names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length > MOST_NAMES ? [`${names.length - MOST_NAMES} more`] : [];
  const message = `the page is without objects that are not evaluated: ${[...shown, ...more].join(", ")}`;
  return [{ severity: "info", code: LEFT_OUT, message }];
}

const textOf = (value: object): string => JSON.stringify(objectOrEmpty(value));
