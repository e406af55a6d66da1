import { parseSelector } from "./parse.ts";

/** Quoted text, words (of labels, values and operators), operators, brackets, and any other character. */
const TOKEN = /"[^"]*"|'[^']*'|[A-Za-z0-9_./-]+|===?|!=|&&|\|\||[^\s]/g;
/** Longer text is not a misspelt selector that can be guessed. */
const LONGEST = 500;

/** Words and signs of other languages, and Calico's operators for them. */
const OPERATORS: Readonly<Record<string, string>> = {
  "=": "==",
  "===": "==",
  "&": "&&",
  "|": "||",
  ",": "&&",
  and: "&&",
  AND: "&&",
  or: "||",
  OR: "||",
  notin: "not in",
};
/** After these a value follows. */
const COMPARISONS = new Set(["==", "!=", "contains", "with"]);

/**
 * Returns the selector that an invalid one probably stands for, in Calico's language: `role = x` is `role == 'x'`, `all` is
 * `all()`, `a and b in [c]` is `has(a) && b in {'c'}`; `undefined` where no guess is a selector.
 */
export function meantSelector(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const guess = rewritten(text.match(TOKEN) ?? []);
  return guess !== text && parseSelector(guess).ok ? guess : undefined;
}

function rewritten(tokens: readonly string[]): string {
  const out: string[] = [];
  const open: string[] = [];
  let isInSet = false;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1] ?? "";
    const last = out.at(-1) ?? "";
    if (isInSet) {
      isInSet = !/^[\])}]$/.test(token);
      out.push(token === "," ? "," : isInSet ? quoted(token) : "}");
    } else if ((last === "in" || last === "not in") && /^[[({]$/.test(token)) {
      isInSet = true;
      out.push("{");
    } else if (token === "in" && last === "not") out.splice(-1, 1, "not in");
    else if (/^(?:not|NOT)$/.test(token) && begins(last) && /^(?:has|\()$/.test(next)) out.push("!");
    else if (last === "has" && isWord(token) && begins(out.at(-2) ?? "")) out.splice(-1, 1, `has(${token})`);
    else if (OPERATORS[token] !== undefined) out.push(OPERATORS[token]);
    else if (COMPARISONS.has(last) && isWord(token)) out.push(quoted(token));
    else if (token === "(") {
      open.push(")");
      out.push("(");
    } else if (token === ")") {
      open.pop();
      out.push(")");
    } else if (isWord(token) && out.at(-2) !== "has" && isOperand(last, next))
      out.push(token === "all" ? "all()" : `has(${token})`);
    else out.push(token);
  });
  return spaced([...out, ...(isInSet ? ["}"] : []), ...open]);
}

const isWord = (token: string): boolean => /^[A-Za-z0-9_./-]+$/.test(token);
const quoted = (token: string): string => (isWord(token) ? `'${token}'` : token);

/** Whether an operand begins behind that token. */
const begins = (before: string): boolean => ["", "&&", "||", "!", "("].includes(before);

/** Whether a word between these tokens is a whole operand: nothing compares it, and it is not a function or its argument. */
function isOperand(before: string, behind: string): boolean {
  const ends = behind === "" || /^(?:&&?|\|\|?|,|\)|and|AND|or|OR)$/.test(behind);
  return begins(before) && ends;
}

/** The tokens as people write a selector. */
function spaced(tokens: readonly string[]): string {
  return tokens
    .join(" ")
    .replace(/\b(has|all|global) \( ?/g, "$1(")
    .replace(/([({!]) /g, "$1")
    .replace(/ ([)},])/g, "$1");
}
