import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import { type CalicoVersionRules, calicoVersionRules, DEFAULT_CALICO } from "../../model/kinds/version.ts";
import { displayId, type Located, resourceId } from "../../model/resource.ts";
import { CompileMemo } from "../../policy/compile-memo.ts";
import { errorSummary } from "../../report/findings/summary.ts";
import type { SavedFacts } from "../../scenario/node-facts.ts";
import { makeScenario, type Scenario } from "../../scenario/scenario.ts";
import { ManifestReader } from "./manifest-reader.ts";
import type { Edits, PageData } from "./page-data.ts";
import type { Refusal } from "./protocol.ts";

/** A scenario, or why there is none. */
export type PageScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly refusal: Refusal };

/** The data of a page, opened: what its questions are answered on. */
export interface Page {
  readonly data: PageData;
  readonly calico: CalicoVersionRules;
  readonly reader: ManifestReader;
  /** What the page is about, or that with edits. The last one of each is kept, and an edit compiles only what it changes. */
  readonly scenario: (edits?: Edits) => PageScenario;
}

/** Opens the data of a page; it is read when the first question needs it. */
export function openPage(data: PageData): Page {
  const calico = calicoVersionRules(data.calicoVersion) ?? DEFAULT_CALICO;
  const reader = new ManifestReader(calico, data);
  const scenarios = new PageScenarios(data, calico, reader);
  return { data, calico, reader, scenario: (edits) => scenarios.of(edits) };
}

/** A scenario, and what puts its documents where its texts have them. */
interface Made {
  readonly result: PageScenario;
  readonly put: () => void;
}

class PageScenarios {
  readonly #data: PageData;
  readonly #calico: CalicoVersionRules;
  readonly #reader: ManifestReader;
  readonly #memo = new CompileMemo();
  readonly #stored: readonly Located[] | undefined;
  readonly #saved: SavedFacts;
  #base: Made | undefined;
  #edited: { readonly edits: Edits; readonly made: Made } | undefined;

  constructor(data: PageData, calico: CalicoVersionRules, reader: ManifestReader) {
    this.#data = data;
    this.#calico = calico;
    this.#reader = reader;
    this.#stored = data.stored?.map((resource) => ({ resource, locate: () => undefined }));
    const { unnamed, byNode, named } = data.facts;
    this.#saved = { unnamed, byNode: new Map(byNode), named: new Set(named) };
  }

  of(edits?: Edits): PageScenario {
    const { result, put } = this.#madeOf(edits);
    put();
    return result;
  }

  #madeOf(edits: Edits | undefined): Made {
    this.#base ??= this.#make(this.#data.manifests, new Set(), undefined);
    if (edits === undefined) return this.#base;
    if (this.#edited === undefined || !isSame(this.#edited.edits, edits)) {
      const texts = withEdits(this.#data.manifests, edits.manifests);
      this.#edited = { edits, made: this.#make(texts, new Set(edits.removed), this.#base.result) };
    }
    return this.#edited.made;
  }

  /** What is made of these texts; with `base`, of which they are a change. */
  #make(texts: readonly SourceText[], removed: ReadonlySet<string>, base: PageScenario | undefined): Made {
    const { dataplane, namespace, objects, slicesListed, diagnostics } = this.#data;
    const input = this.#reader.read(texts);
    const { put } = input;
    put();
    if (hasErrors(input.diagnostics)) {
      return { result: { ok: false, refusal: refusalOf(input.diagnostics, input.resources) }, put };
    }
    const kept = (list: readonly Located[]): readonly Located[] =>
      removed.size === 0 ? list : list.filter(({ resource }) => !removed.has(displayId(resourceId(resource))));
    const scenario = makeScenario({
      input: { resources: kept(input.resources), objects: input.objects },
      diagnostics: [...diagnostics, ...input.diagnostics],
      sources: texts,
      stored: this.#stored && kept(this.#stored),
      storedObjects: objects,
      isReplaced: false,
      isRead: this.#stored !== undefined,
      slicesListed,
      saved: this.#saved,
      namespace,
      calico: this.#calico,
      ...(dataplane && { dataplane }),
      memo: this.#memo,
    });
    // What is found where a resource is compiled is kept with that, and has a place.
    const ofTexts = new Set([...diagnostics, ...input.diagnostics]);
    const compiled = scenario.diagnostics.filter((one) => !ofTexts.has(one));
    this.#reader.pin(new Set(compiled.flatMap(({ resource }) => resource ?? [])));
    if (base === undefined || !base.ok) return { result: { ok: true, scenario }, put };
    const { world, saved, resources } = base.scenario;
    const edited = { ...scenario, before: () => world, previous: () => ({ world, saved, resources }) };
    return { result: { ok: true, scenario: edited }, put };
  }
}

/** The texts with those of the same names in their places, and others after them. */
function withEdits(texts: readonly SourceText[], edited: readonly SourceText[]): readonly SourceText[] {
  const byName = new Map([...texts, ...edited].map((text) => [text.name, text]));
  return [...byName.values()];
}

function isSame(one: Edits, other: Edits): boolean {
  return (
    one.manifests.length === other.manifests.length &&
    one.removed.length === other.removed.length &&
    one.removed.every((name, at) => name === other.removed[at]) &&
    one.manifests.every(({ name, text }, at) => name === other.manifests[at]?.name && text === other.manifests[at].text)
  );
}

function refusalOf(diagnostics: readonly Diagnostic[], resources: readonly Located[]): Refusal {
  return { message: `${errorSummary(diagnostics, resources)}; nothing was evaluated`, diagnostics };
}
