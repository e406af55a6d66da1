import { dirname, join } from "node:path";
import { exists } from "../../files/folder.ts";
import type { Diagnostic, SourceText } from "../../model/diagnostic.ts";
import type { Io } from "../shell/io/io.ts";
import { readSource } from "../shell/io/sources.ts";
import { type DeclaredLifelines, readLifelines } from "./lifeline-file.ts";

/** The name that a lifelines file has where it is found without being named. */
const NAME = "lifelines.yaml";
/** Where the datastore's configuration is. */
const CONFIGURATION = "/etc/calico/calicoctl.cfg";

/** What is declared, and where; nothing where there is no file. */
export interface FoundLifelines {
  readonly declared: DeclaredLifelines | undefined;
  readonly file?: string;
  readonly sources: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the lifelines file: the one that is named; else `lifelines.yaml` of the working directory, where policies are kept;
 * else that beside the datastore's configuration.
 */
export function findLifelines(named: string | undefined, config: string | undefined, io: Io): FoundLifelines {
  const places = [NAME, join(dirname(config ?? CONFIGURATION), NAME)];
  const file = named ?? places.find(exists);
  if (file === undefined) return { declared: { lifelines: [], skip: [] }, sources: [], diagnostics: [] };
  const { sources, diagnostics } = readSource(file, io);
  const [source] = sources;
  if (source === undefined) return { declared: undefined, file, sources, diagnostics };
  const read = readLifelines(source);
  return { declared: read.declared, file, sources, diagnostics: [...diagnostics, ...read.diagnostics] };
}
