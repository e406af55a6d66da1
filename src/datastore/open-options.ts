import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { WriteRecorder } from "./way-back/recorded-write.ts";

/** How the store is used. */
export interface OpenOptions {
  /** What each call to it may take in all. */
  readonly timeoutMs: number;
  /** The Calico version in whose layout it is read and written; `undefined`: whichever the store itself has. */
  readonly calico: CalicoVersionRules | undefined;
  /** Use it even if the cluster runs another release than v3.32 asks for. */
  readonly allowVersionMismatch?: boolean;
  /** Receives the server's warnings, each once. */
  readonly onWarning?: (text: string) => void;
  /** Records every write before it is sent, so that it can be taken back. */
  readonly recorder?: WriteRecorder | undefined;
}
