import { isStdin } from "../../files/read-text.ts";
import type { FlowSource } from "../../scenario/flow-files/flow-tests.ts";
import type { Io } from "../shell/io/io.ts";
import { readSources } from "../shell/io/sources.ts";

/** The flow files that are named or are anywhere below a named directory, each once. */
export function readFlowSources(names: readonly string[], io: Io): FlowSource[] {
  const byName = new Map<string, FlowSource>();
  for (const name of new Set(names.map((one) => (isStdin(one) ? "-" : one)))) {
    const { sources, diagnostics } = readSources([name], { recursive: true }, io);
    if (diagnostics.length > 0) byName.set(`${name}\0`, { name, diagnostics });
    for (const source of sources) byName.set(source.name, { name: source.name, source, diagnostics: [] });
  }
  return [...byName.values()];
}
