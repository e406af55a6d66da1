import { readObject, readServiceObject } from "../../kubernetes/read-object.ts";
import { objectReading, READS_OBJECTS, skipsKinds } from "../../manifest/foreign/object-reading.ts";
import { parseManifests } from "../../manifest/parse-manifests.ts";
import type { SourceText } from "../../model/diagnostic.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { type CheckedInput, checkParsed } from "../../scenario/check-input.ts";
import { DocumentCache } from "./document-cache.ts";
import type { PageData } from "./page-data.ts";

/** Reads the manifests of a page as the commands do. */
export class ManifestReader {
  readonly #calico: CalicoVersionRules;
  readonly #namespace: string | undefined;
  readonly #skipKinds: readonly string[];
  readonly #documents = new DocumentCache((text) => this.readWhole([text]));

  constructor(calico: CalicoVersionRules, { namespace, skipKinds }: Pick<PageData, "namespace" | "skipKinds">) {
    this.#calico = calico;
    this.#namespace = namespace;
    this.#skipKinds = skipKinds;
  }

  /** What texts have, to evaluate it; of documents that were read before the same objects. */
  read(texts: readonly SourceText[]): CheckedInput {
    return this.#documents.read(texts) ?? this.readWhole(texts);
  }

  /** The same without what was read before. */
  readWhole(texts: readonly SourceText[]): CheckedInput {
    const skips = this.#skipKinds.length > 0 && { skips: skipsKinds(this.#skipKinds) };
    return checkParsed(parseManifests(texts), this.#calico, {
      purpose: "simulate",
      namespace: this.#namespace,
      reading: { ...READS_OBJECTS, ...skips },
      convert: ({ value }) => this.#convert(value),
    });
  }

  /** Everything that is wrong with a text, as `validate` reports it. */
  validate(text: SourceText): CheckedInput {
    const parsed = parseManifests([text]);
    const reading = objectReading(parsed, { skipKinds: this.#skipKinds, strict: false });
    return checkParsed(parsed, this.#calico, {
      purpose: "validate",
      namespace: this.#namespace,
      reading,
      ...(reading.reads && { convert: ({ value }) => this.#convert(value) }),
    });
  }

  #convert(value: Parameters<typeof readObject>[0]): ReturnType<typeof readObject> {
    return readObject(value, this.#calico, this.#namespace ?? "default") ?? readServiceObject(value);
  }
}
