import { fromKubernetes } from "./from-kubernetes.ts";
import { parseSelector } from "./parse.ts";
import type { Selector } from "./selector.ts";

/** The selector, or why the text is invalid, with what to write instead where that is known. */
export type EitherResult =
  | { readonly ok: true; readonly selector: Selector }
  | { readonly ok: false; readonly message: string; readonly instead: readonly string[] };

/** Calico's calls without their parentheses, which are labels in Kubernetes' language, and what they would mean in Calico's. */
const CALLS: Readonly<Record<string, string>> = { all: "every resource", global: "resources without a namespace" };

/**
 * Reads a selector of the command line: in Calico's language, else in Kubernetes' (`role=web,zone in (a,b),!old`). No text but a
 * blank one is valid in both, because every selector of Calico's has quotes or parentheses around something, and Kubernetes'
 * never have quotes and have parentheses only after `in`. Where a word could be meant as either, it is invalid.
 */
export function parseEitherLanguage(text: string): EitherResult {
  const calico = parseSelector(text);
  if (calico.ok) return calico;
  const translated = fromKubernetes(text);
  const call = text.split(",").find((part) => Object.hasOwn(CALLS, bareWord(part)));
  if (translated !== undefined && call !== undefined) {
    const word = bareWord(call);
    const message = `\`${word}\` could be ${CALLS[word]} (Calico's \`${word}()\`), or those with a label \`${word}\` (Kubernetes)`;
    return { ok: false, message, instead: word === "all" ? ["all()", translated] : [translated] };
  }
  // Kubernetes' values have no quotes: with quotes it is a mixture, so it is only proposed.
  const isKubernetes = translated !== undefined && !/['"]/.test(text);
  const parsed = isKubernetes ? parseSelector(translated) : calico;
  if (parsed.ok) return parsed;
  const message = /^[^'"]*[^'"\s!=<>]\s*[<>]/.test(text)
    ? `invalid selector \`${text}\`: Calico compares no numbers with \`<\` or \`>\``
    : `invalid selector \`${text}\`: ${parsed.message} (at character ${parsed.offset + 1})`;
  return { ok: false, message, instead: translated === undefined ? [] : [translated] };
}

const bareWord = (part: string): string => part.trim().replace(/^!\s*/, "");

/**
 * A selector of Kubernetes' language in Calico's, where the text is one and no name of something: it has an operator. Every other
 * text as it is.
 */
export function inCalicosLanguage(text: string): string {
  if (!/[=!,(]/.test(text) || /['"]/.test(text) || parseSelector(text).ok) return text;
  return fromKubernetes(text) ?? text;
}
