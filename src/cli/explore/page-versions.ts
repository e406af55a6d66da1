import type { Resource } from "../../model/resource.ts";
import { displayId, resourceId } from "../../model/resource.ts";
import type { PageData } from "../../web/engine/page-data.ts";
import { dataText } from "./web-page.ts";

/** So many versions are kept, to know what a page was made of that has not followed yet, and what others have changed. */
const MOST_VERSIONS = 8;

/** The data of a page as it was and is, by its version: 1, 2, ... */
export class PageVersions {
  readonly #kept = new Map<number, PageData>();
  #current: { readonly data: PageData; readonly text: string; readonly version: number };

  constructor(data: PageData) {
    this.#current = { data, text: dataText(data), version: 1 };
    this.#kept.set(1, data);
  }

  /** The last one; `text` is that of a script element. */
  get current(): { readonly data: PageData; readonly text: string; readonly version: number } {
    return this.#current;
  }

  /** Puts data in the place of the last; whether it is other data. */
  publish(data: PageData): boolean {
    const text = dataText(data);
    if (text === this.#current.text) return false;
    const version = this.#current.version + 1;
    this.#current = { data, text, version };
    this.#kept.set(version, data).delete(version - MOST_VERSIONS);
    return true;
  }

  /** The data of a version; `undefined` where it is not kept any more, or never was. */
  of(version: number): PageData | undefined {
    return this.#kept.get(version);
  }

  /** A stored resource as it was at a revision, where a kept version has it. */
  resourceAt(name: string, resourceVersion: string): Resource | undefined {
    for (const { stored = [] } of this.#kept.values()) {
      const found = stored.find((one) => displayId(resourceId(one)) === name);
      if (found?.metadata.resourceVersion === resourceVersion) return found;
    }
    return undefined;
  }
}
