import { recordedLines } from "../../conformance/corpus.ts";

/** A value that a real calicoctl stored, under its key; places of ids and times hold valid ones. */
export interface RecordedValue {
  readonly calico: string;
  readonly key: string;
  readonly value: string;
}

interface Case {
  readonly calico: string;
  readonly stored?: Readonly<Record<string, unknown>> | null;
}

const MASKED: Readonly<Record<string, string>> = {
  "<uid>": "7fca6267-157d-4ed2-b4d0-845e52962e0d",
  "<timestamp>": "2026-01-01T00:00:00Z",
  "<guid>": "0123456789abcdef0123456789abcdef",
};

/** Every different value of the recorded validations. */
export function recordedValues(): readonly RecordedValue[] {
  const found = new Map<string, RecordedValue>();
  for (const { calico, stored } of recordedLines<Case>("validate.jsonl")) {
    for (const [key, resource] of Object.entries(stored ?? {})) {
      // calicoctl takes a namespace with a slash, of which no key can be read.
      if (typeof resource !== "object" || key.includes("/ns/x/")) continue;
      const value = JSON.stringify(resource).replace(/<(?:uid|timestamp|guid)>/g, (word) => MASKED[word] ?? word);
      found.set(`${key} ${value}`, { calico, key, value });
    }
  }
  return [...found.values()];
}
