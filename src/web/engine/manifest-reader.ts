import { readObject, readServiceObject } from "../../kubernetes/read-object.ts";
import { duplicates } from "../../manifest/duplicates.ts";
import { inOrder } from "../../manifest/findings.ts";
import { type ObjectReading, objectReading, READS_OBJECTS, skipsKinds } from "../../manifest/foreign/object-reading.ts";
import { type ParsedManifests, parseManifests } from "../../manifest/parse-manifests.ts";
import type { SourceText } from "../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { API_VERSION } from "../../model/resource.ts";
import { type CheckedInput, checkParsed } from "../../scenario/check-input.ts";
import { DocumentCache, type ReadTexts } from "./document-cache.ts";
import type { PageData } from "./page-data.ts";

/** What texts are read for: to evaluate them, or to say what is wrong with them. */
type Purpose = "simulate" | "validate";

/** Reads the manifests of a page as the commands do. */
export class ManifestReader {
  readonly #calico: CalicoVersionRules;
  readonly #namespace: string | undefined;
  readonly #skipKinds: readonly string[];
  readonly #evaluated = new DocumentCache((document) => this.#readAlone(document, "simulate"));
  readonly #validated = new DocumentCache((document) => this.#readAlone(document, "validate"));
  #documents = 0;

  constructor(calico: CalicoVersionRules, { namespace, skipKinds }: Pick<PageData, "namespace" | "skipKinds">) {
    this.#calico = calico;
    this.#namespace = namespace;
    this.#skipKinds = skipKinds;
  }

  /** How many documents were parsed until now. */
  get documents(): number {
    return this.#documents;
  }

  /** What texts have, to evaluate it; of documents that were read before the same objects. */
  read(texts: readonly SourceText[]): ReadTexts {
    return this.#evaluated.read(texts) ?? { ...this.readWhole(texts), put: () => undefined };
  }

  /** Has documents read again before their resources stand elsewhere: the places of these were written down. */
  pin(names: ReadonlySet<string>): void {
    this.#evaluated.pin(names);
  }

  /** What texts have without what was read before. */
  readWhole(texts: readonly SourceText[]): CheckedInput {
    return this.#check(this.#parse(texts), "simulate");
  }

  /** Everything that is wrong with a text, as `validate` reports it. */
  validate(text: SourceText): CheckedInput {
    const known = this.#validated.read([text]);
    if (known === undefined) return this.validateWhole(text);
    known.put();
    const all = [...known.diagnostics, ...duplicates(known.resources)];
    return { ...known, diagnostics: inOrder(all, [text.name]) };
  }

  /** The same without what was read before. */
  validateWhole(text: SourceText): CheckedInput {
    return this.#check(this.#parse([text]), "validate");
  }

  /** What a document has that has resources of Calico alone, and no finding that depends on other documents. */
  #readAlone(document: SourceText, purpose: Purpose): CheckedInput | undefined {
    const parsed = this.#parse([document]);
    const candidates = parsed.documents.flatMap((one) => one.candidates);
    if (candidates.some(({ apiVersion }) => apiVersion !== API_VERSION)) return undefined;
    const input = this.#check(parsed, purpose, READS_OBJECTS);
    return input.diagnostics.some(({ code }) => DEPENDENT.test(code)) ? undefined : input;
  }

  #parse(texts: readonly SourceText[]): ParsedManifests {
    const parsed = parseManifests(texts);
    this.#documents += parsed.documents.length;
    return parsed;
  }

  #check(parsed: ParsedManifests, purpose: Purpose, known?: ObjectReading): CheckedInput {
    const reading = known ?? this.#reading(parsed, purpose);
    const skips = this.#skipKinds.length > 0 && { skips: skipsKinds(this.#skipKinds) };
    return checkParsed(parsed, this.#calico, {
      purpose,
      namespace: this.#namespace,
      reading: { ...reading, ...skips },
      ...(reading.reads && { convert: ({ value }) => this.#convert(value) }),
    });
  }

  #reading(parsed: ParsedManifests, purpose: Purpose): ObjectReading {
    if (purpose === "simulate") return READS_OBJECTS;
    return objectReading(parsed, { skipKinds: this.#skipKinds, strict: false });
  }

  #convert(value: Parameters<typeof readObject>[0]): ReturnType<typeof readObject> {
    return readObject(value, this.#calico, this.#namespace ?? "default") ?? readServiceObject(value);
  }
}

/** Findings that are given once of a text, however many of its documents have them, or after all others. */
const DEPENDENT = /^(?:yaml\.template|namespace\..*|document\.duplicate)$/;
