import { CALICO_VERSIONS, DEFAULT_PROFILE, type VersionProfile, versionProfile } from "../../model/kinds/version.ts";
import type { Io } from "./io/io.ts";
import { UsageError } from "./usage.ts";

/** What every command gets besides its own options. */
export interface CommandContext {
  readonly io: Io;
  /** The Calico version that is meant: the chosen one, else, once the datastore is open, the datastore's, else the default. */
  readonly profile: VersionProfile;
  /** Whether the command line or the environment chose the version. */
  readonly versionChosen: boolean;
  /** Tells which version the datastore has; it counts where none was chosen. */
  readonly detected: (profile: VersionProfile) => void;
  /** Use a cluster of another release than v3.32 asks for. */
  readonly allowVersionMismatch: boolean;
  /** The file that says where the datastore is, where one was named. */
  readonly config: string | undefined;
  /** How long any one command may wait for a remote datastore. */
  readonly timeoutMs: number;
  readonly namespace: string | undefined;
}

/** A command's own options, by name, as commander gives them. */
export type Options = Readonly<Record<string, unknown>>;

/** The wait for a datastore unless said otherwise: with the start-up and the end around it, less than ten seconds in all. */
export const TIMEOUT_SECONDS = 9;

/** A command's surroundings, from the options that all commands share; wrong usage for a version that is not known. */
export function contextOf(io: Io, options: Options, rootOptions: Options): CommandContext {
  const named = (options.calicoVersion ?? rootOptions.calicoVersion ?? io.env.CALICO_VERSION) as string | undefined;
  const versionChosen = named !== undefined && named !== "";
  let profile = versionChosen ? versionProfile(named) : DEFAULT_PROFILE;
  if (profile === undefined) {
    throw new UsageError(
      `no behaviour is recorded for Calico \`${named}\``,
      `known versions: ${CALICO_VERSIONS.join(", ")}`,
    );
  }
  return {
    io,
    get profile() {
      return profile ?? DEFAULT_PROFILE;
    },
    versionChosen,
    detected(found) {
      if (!versionChosen) profile = found;
    },
    allowVersionMismatch: options.allowVersionMismatch === true || rootOptions.allowVersionMismatch === true,
    config: options.config as string | undefined,
    timeoutMs: ((options.timeout as number | undefined) ?? TIMEOUT_SECONDS) * 1000,
    namespace: (options.namespace as string | undefined) || undefined,
  };
}
