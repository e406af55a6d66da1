import { harmfulIn } from "../../test/model/harmful-characters.ts";
import { runCli } from "../../test/support/cli.ts";

/** More of the processor's time than this is a hang, whatever else the machine does: the inputs have some thousand characters. */
const HANG_MS = 5000;

/** Runs hostile inputs in this process, and keeps each kind of fault once. */
export interface HostileRun {
  /** A command line with that input; what it prints is checked. */
  readonly command: (argv: readonly string[], stdin: string, env?: Readonly<Record<string, string>>) => Promise<void>;
  /** A function of the tool that neither throws nor prints. */
  readonly call: (what: string, input: unknown, run: () => unknown) => Promise<void>;
  readonly faults: () => readonly string[];
  readonly inputs: () => number;
  readonly slowestMs: () => number;
}

/** A run without faults yet. */
export function hostileRun(): HostileRun {
  const seen = new Map<string, string>();
  let [inputs, slowest] = [0, 0];
  const fault = (what: string, input: unknown, detail: string): void => {
    const kind = `${what}: ${detail.replaceAll(/\d+/g, "N").slice(0, 120)}`;
    if (!seen.has(kind))
      seen.set(kind, `${what}: ${detail.slice(0, 500)}; input ${JSON.stringify(input).slice(0, 800)}`);
  };
  const call = async (what: string, input: unknown, run: () => unknown): Promise<void> => {
    inputs++;
    const began = process.cpuUsage();
    try {
      await run();
    } catch (error) {
      fault(what, input, `exception ${error instanceof Error ? error.stack : String(error)}`);
    }
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    if (took > HANG_MS) fault(what, input, `hang: ${Math.round(took)} ms`);
    for (const key in {}) {
      fault(what, input, `polluted Object.prototype: ${key}`);
      delete (Object.prototype as Record<string, unknown>)[key];
    }
  };
  return {
    call,
    command: (argv, stdin, env = {}) => {
      const what = argv.slice(0, 2).join(" ");
      const input = { argv, stdin };
      return call(what, input, async () => {
        const { code, stdout, stderr } = await runCli(argv, { stdin, env, unguarded: true });
        if (![0, 1, 2, 3].includes(code)) fault(what, input, `exit code ${code}`);
        if (/internal error|TypeError|RangeError|\bat (async|Object\.)/.test(stderr))
          fault(what, input, `says ${stderr}`);
        // A template's output is the user's own: only a terminal is kept from it.
        const isTemplate = argv.some((word) => word.startsWith("go-template"));
        const harmful = harmfulIn(stderr) ?? (isTemplate ? undefined : harmfulIn(stdout));
        if (harmful !== undefined) fault(what, input, `prints ${harmful}`);
        if (!isTemplate) return;
        const shown = await runCli(argv, { stdin, env: { ...env, NO_COLOR: "1" }, tty: true });
        const onTerminal = harmfulIn(shown.stdout.replaceAll("\t", ""));
        if (onTerminal !== undefined) fault(what, input, `prints on a terminal ${onTerminal}`);
      });
    },
    faults: () => [...seen.values()],
    inputs: () => inputs,
    slowestMs: () => Math.round(slowest),
  };
}
