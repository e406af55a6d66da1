import { parsePort } from "../../model/net/port.ts";

/** A range of ports that can be tested for a port. */
export interface PortRange {
  readonly has: (port: number) => boolean;
}

/** Reads a port of a rule as it is shown in steps; `undefined` for a named port. */
export function parseRange(text: string): PortRange | undefined {
  const port = parsePort(text);
  if (typeof port !== "object" || port.kind !== "range") return undefined;
  return { has: (number) => port.from <= number && number <= port.to };
}
