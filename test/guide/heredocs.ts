import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the guide leaves to the reader, by placeholder. */
const FILLED: Readonly<Record<string, string>> = {
  "<node name or hostname>": "node1",
  "<your management CIDR>": "10.9.0.0/16",
  "<your etcd IP>": "10.240.0.2",
  "<your etcd ports>": "2379",
  "<list of profile IDs>": "",
};

/** The guide's heredocs as it prints them, in its order. */
export const PRINTED_HEREDOCS: readonly string[] = readFileSync(join(import.meta.dirname, "heredocs.txt"), "utf8")
  .split(/^### \d+\n/m)
  .slice(1);

/** The same with every placeholder filled in. */
export const HEREDOCS: readonly string[] = PRINTED_HEREDOCS.map((text, i) =>
  Object.entries({ ...FILLED, "<name of endpoint>": `endpoint-${i + 1}` }).reduce(
    (filled, [placeholder, value]) => filled.replaceAll(placeholder, value),
    text,
  ),
);
