import type { ShownVerdict } from "../../engine/answers/packet-answer.ts";

const WORDS: Readonly<Record<ShownVerdict, string>> = {
  allow: "ALLOW",
  deny: "DENY",
  unknown: "UNKNOWN",
  differs: "DIFFERS",
};
/** What stands for a verdict beside its colour. */
const SIGNS: Readonly<Record<ShownVerdict, string>> = { allow: "✓", deny: "✕", unknown: "?", differs: "≠" };

/** A verdict: in words, with a sign and a colour. */
export function VerdictBadge({
  verdict,
  isLarge = false,
}: {
  readonly verdict: ShownVerdict;
  readonly isLarge?: boolean;
}) {
  return (
    <strong class={`verdict verdict-${verdict}${isLarge ? " verdict-large" : ""}`}>
      <span aria-hidden="true">{SIGNS[verdict]}</span> {WORDS[verdict]}
    </strong>
  );
}
