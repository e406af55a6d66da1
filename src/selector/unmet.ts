import { labelNames } from "./labels.ts";
import { type Labels, matches } from "./matches.ts";
import { printSelector } from "./print.ts";
import type { Selector } from "./selector.ts";

/** Why labels do not satisfy a selector: the part that fails, and the labels that it reads. */
export interface UnmetPart {
  /** The failing part in canonical spelling: `role == 'webserver'`. */
  readonly needs: string;
  /** The labels that part names, as they are: `role=db`, or `no label role`. */
  readonly has: readonly string[];
}

/**
 * The first conjunct that the labels fail, which is the one thing to change; `undefined` when they satisfy
 * the selector. Printed as "its selector needs role == 'webserver', node1-eth0 has role=db".
 */
export function unmetPart(selector: Selector, labels: Labels): UnmetPart | undefined {
  if (matches(selector, labels)) return undefined;
  const part =
    selector.kind === "and" ? (selector.operands.find((operand) => !matches(operand, labels)) ?? selector) : selector;
  const has = [...labelNames(part)].map((label) => {
    const value = labels.get(label);
    return value === undefined ? `no label ${label}` : `${label}=${value}`;
  });
  return { needs: printSelector(part), has };
}
