import { CALICO_VERSIONS, DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../../model/kinds/version.ts";
import type { Io } from "./io/io.ts";
import { alternatives, UsageError } from "./usage.ts";

/** What every command gets besides its own options. */
export interface CommandContext {
  readonly io: Io;
  /** The Calico version that the command line or the environment chose; `undefined`: the datastore's own, else the default. */
  readonly chosenVersion: VersionProfile | undefined;
  /** Continue although the cluster runs another release. */
  readonly allowVersionMismatch: boolean;
  /** The datastore configuration file, if the line names one. */
  readonly config: string | undefined;
  /** How long any one command may wait for a remote datastore. */
  readonly timeoutMs: number;
  readonly namespace: string | undefined;
}

/** A command's own options, by name, as commander keeps them. */
export type Options = Readonly<Record<string, unknown>>;

/** The default wait for a datastore; with start-up and end the command takes less than ten seconds. */
export const TIMEOUT_SECONDS = 9;

/** A command's surroundings, from the options that all commands share; wrong usage for a version that is not known. */
export function contextOf(io: Io, options: Options, rootOptions: Options): CommandContext {
  const named = (options.calicoVersion ?? rootOptions.calicoVersion ?? io.env.CALICO_VERSION) as string | undefined;
  const chosenVersion = named ? versionProfile(named) : undefined;
  if (named && chosenVersion === undefined) {
    throw new UsageError(`unsupported Calico version \`${named}\``, `use ${alternatives(CALICO_VERSIONS)}`);
  }
  return {
    io,
    chosenVersion,
    allowVersionMismatch: options.allowVersionMismatch === true || rootOptions.allowVersionMismatch === true,
    config: options.config as string | undefined,
    timeoutMs: ((options.timeout as number | undefined) ?? TIMEOUT_SECONDS) * 1000,
    namespace: (options.namespace as string | undefined) || undefined,
  };
}

/** The Calico version where no datastore is asked for its own: the chosen one, else the default. */
export function versionWithoutStore({ chosenVersion }: Pick<CommandContext, "chosenVersion">): VersionProfile {
  return chosenVersion ?? DEFAULT_PROFILE;
}
