import type { Code } from "../../model/diagnostic.ts";

/** What of a resource's metadata a command edits by key: its labels or its annotations, with the words that messages have for one. */
export interface EntryKind {
  /** The command, and the beginning of its help. */
  readonly command: "label" | "annotate";
  readonly field: "labels" | "annotations";
  readonly word: "label" | "annotation";
  /** What has been done to a resource: "labelled 2 of 3 resources". */
  readonly done: string;
  /** The code of the finding about an entry that has another value, and of one that is not there. */
  readonly codes: { readonly exists: Code; readonly missing: Code };
}

/** What `label` edits. */
export const LABELS: EntryKind = {
  command: "label",
  field: "labels",
  word: "label",
  done: "labelled",
  codes: { exists: "label.exists", missing: "label.missing" },
};

/** What `annotate` edits. */
export const ANNOTATIONS: EntryKind = {
  command: "annotate",
  field: "annotations",
  word: "annotation",
  done: "annotated",
  codes: { exists: "annotation.exists", missing: "annotation.missing" },
};
