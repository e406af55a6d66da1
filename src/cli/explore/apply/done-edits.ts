import { displayId, type Located, resourceId } from "../../../model/resource.ts";
import type { Made } from "../../../web/engine/applying/apply-protocol.ts";
import type { Page } from "../../../web/engine/page.ts";
import type { Edits } from "../../../web/engine/page-data.ts";

/**
 * The edits of a page that are not needed any more once these resources are stored as they are edited. Those of files are: the
 * files say what they said, and are laid over what is stored.
 */
export function doneEdits({ data, reader }: Page, edits: Edits, stored: ReadonlySet<string>): Made["done"] {
  const files = new Set(data.manifests.map(({ name }) => name));
  const namesOf = (resources: readonly Located[]) => resources.map(({ resource }) => displayId(resourceId(resource)));
  const ofFiles = new Set(namesOf(reader.read(data.manifests).resources));
  const isDone = (name: string, text: string): boolean => {
    const { resources, objects } = reader.read([{ name, text }]);
    const own = (data.stored ?? []).some((one) => displayId(resourceId(one)) === name) ? [name] : [];
    const names = [...own, ...namesOf(resources)];
    return objects.length === 0 && names.every((one) => stored.has(one));
  };
  return {
    manifests: edits.manifests.flatMap(({ name, text }) => (!files.has(name) && isDone(name, text) ? [name] : [])),
    removed: edits.removed.filter((name) => stored.has(name) && !ofFiles.has(name)),
  };
}
