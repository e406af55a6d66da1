import type { NatTable } from "./iptables.ts";

/**
 * The marks by which POSTROUTING chooses the packets to masquerade. Two forms are read, kube-proxy's new one and its old:
 * a chain that returns packets without the mark before `MASQUERADE`, and a `MASQUERADE` of packets with it.
 */
export function masqueradeMarks(chains: NatTable["chains"]): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const rules of chains.values()) {
    const lines = rules.map(({ words = [] }) => words);
    if (!lines.some((words) => targetOf(words) === "MASQUERADE")) continue;
    for (const words of lines) {
      const mark = matchedMark(words);
      const wanted = words.includes("!") ? "RETURN" : "MASQUERADE";
      if (mark !== undefined && targetOf(words) === wanted) marks.add(mark);
    }
  }
  return marks;
}

/** Whether a rule's words from `-j` on set one of the marks. */
export function setsMark([verb, target, option, value = ""]: readonly string[], marks: ReadonlySet<number>): boolean {
  if (verb !== "-j" || target !== "MARK" || !SETTING.has(option ?? "")) return false;
  const number = Number(value.split("/")[0]);
  return [...marks].some((mark) => (number & mark) === mark);
}

/**
 * A rule's words for a packet that has none of the marks: without the conditions that hold for it; `undefined` where it
 * does not match.
 */
export function withoutMarks(words: readonly string[], marks: ReadonlySet<number>): readonly string[] | undefined {
  const mark = matchedMark(words);
  if (mark === undefined || !marks.has(mark)) return words;
  const at = words.indexOf("--mark");
  const isNegated = words[at - 1] === "!";
  if (!isNegated) return undefined;
  const rest = [...words.slice(0, at - 1), ...words.slice(at + 2)];
  const module = rest.findIndex((word, index) => word === "-m" && rest[index + 1] === "mark");
  return module < 0 ? rest : [...rest.slice(0, module), ...rest.slice(module + 2)];
}

const SETTING = new Set(["--set-xmark", "--or-mark", "--set-mark"]);

/** The mark of a rule `-m mark [!] --mark M/M`; `undefined` for masks that look at other bits, too. */
function matchedMark(words: readonly string[]): number | undefined {
  const text = words[words.indexOf("--mark") + 1] ?? "";
  const [value = Number.NaN, mask = value] = text.split("/").map(Number);
  return words.includes("--mark") && value > 0 && value === mask ? value : undefined;
}

function targetOf(words: readonly string[]): string | undefined {
  const at = words.indexOf("-j");
  return at < 0 ? undefined : words[at + 1];
}
