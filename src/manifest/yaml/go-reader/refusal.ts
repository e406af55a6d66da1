import type { Code } from "../../../model/diagnostic.ts";

/** Why a text is refused, thrown inside the reader and caught at its door. */
export class Refusal extends Error {
  readonly from: number;
  readonly to: number;
  readonly code: Code;
  readonly help: string | undefined;

  constructor(message: string, from: number, to: number, { code, help }: { code?: Code; help?: string }) {
    super(message);
    this.from = from;
    this.to = to;
    this.code = code ?? "yaml.syntax";
    this.help = help;
  }
}
