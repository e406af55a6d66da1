import type { Declaration } from "../../src/cli/shell/command.ts";
import { exitCodes } from "../../src/cli/shell/usage.ts";
import { code, prose, table } from "./markdown.ts";

/** What exit codes mean, of all commands, in one table: commands for which a code means the same share a row. */
export function allExitCodes(declarations: readonly Declaration[]): string {
  const common = new Map(exitCodes());
  const rows = new Map<string, { readonly number: string; readonly meaning: string; readonly commands: string[] }>();
  for (const { name, exits } of declarations) {
    for (const [number, meaning] of exitCodes(exits)) {
      const key = `${number} ${meaning}`;
      const row = rows.get(key) ?? { number, meaning, commands: [] };
      rows.set(key, row);
      row.commands.push(`[${code(name)}](#${name})`);
    }
  }
  const isCommon = (row: { readonly number: string; readonly meaning: string }) =>
    common.get(row.number) === row.meaning;
  const sorted = [...rows.values()].sort(
    (a, b) => Number(a.number) - Number(b.number) || Number(isCommon(a)) - Number(isCommon(b)),
  );
  return table(
    ["exit code", "of", "meaning"],
    sorted.map((row) => [row.number, isCommon(row) ? "all others" : row.commands.join(", "), prose(row.meaning)]),
  );
}
