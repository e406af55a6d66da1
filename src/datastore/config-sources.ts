import type { Code, Diagnostic } from "../model/diagnostic.ts";
import type { CalicoVersionRules } from "../model/kinds/version.ts";
import type { Setting } from "./settings.ts";

/** What the configuration is read from. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--config`: the file must exist. Without it the default file is read if it exists. */
  readonly configPath?: string;
  /** `--context`: the context of the kubeconfig. */
  readonly context?: string;
  /** The Calico version that was chosen; `undefined`: whichever the datastore has. */
  readonly calico?: CalicoVersionRules | undefined;
  /** The file's text, `undefined` when there is none; throws with a `code` (`EACCES`) for any other reason. */
  readonly readFile: (path: string) => string | undefined;
  /** YAML or JSON text to a value; rejects with a `TextFault` if it cannot be read. */
  readonly parse: (text: string) => Promise<unknown>;
}

/** Everything that is wrong with a configuration. */
export class ConfigProblems {
  readonly diagnostics: Diagnostic[] = [];

  /** Reports a problem. */
  add(code: Code, message: string, help?: string): void {
    const found: Diagnostic = { severity: "error", code, message };
    this.diagnostics.push(help === undefined ? found : { ...found, help });
  }

  get any(): boolean {
    return this.diagnostics.length > 0;
  }
}

const ON = /^(?:1|t|true)$/i;
const OFF = /^(?:0|f|false)$/i;

/** Whether a setting switches something on; a word that does neither is reported, without repeating it. */
export function isSwitchedOn(setting: Setting | undefined, problems: ConfigProblems): boolean {
  if (setting === undefined || OFF.test(setting.value)) return false;
  if (!ON.test(setting.value)) problems.add("config.switch", `${setting.from} is neither \`true\` nor \`false\``);
  return ON.test(setting.value);
}
