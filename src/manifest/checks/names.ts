import { byteLength } from "./lenient.ts";

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const MAX_NAME = 253;

/**
 * Whether it is a DNS subdomain: lower case letters, digits, `-`, `.`; each part begins and ends with a letter or digit. No limit
 * on length.
 */
export function isSubdomain(name: string): boolean {
  return name.split(".").every((part) => LABEL.test(part));
}

/** Whether it is one part of a DNS name, of any length. */
export function isDnsLabel(name: string): boolean {
  return LABEL.test(name);
}

/** Why a resource cannot have this name, or `undefined`; `dots` is whether this kind's names may contain them. */
export function nameFault(name: string, dots: boolean): string | undefined {
  const bytes = byteLength(name);
  if (bytes > MAX_NAME) return `is longer than ${MAX_NAME} characters (${bytes})`;
  if (dots)
    return isSubdomain(name)
      ? undefined
      : "may have only lower case letters, digits, `-` and `.`, letters or digits at both ends of each part";
  return isDnsLabel(name)
    ? undefined
    : "may have only lower case letters, digits and `-`, letters or digits at both ends";
}

/** Why a label's or annotation's key is invalid (valid: `role`, `example.com/role`), or `undefined`. */
export function keyFault(key: string): string | undefined {
  const parts = key.split("/");
  if (parts.length > 2) return "may have one `/` only";
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (prefix === "") return "has nothing before the `/`";
  if (prefix !== undefined && (byteLength(prefix) > MAX_NAME || !isSubdomain(prefix)))
    return "must have a DNS name before the `/`";
  if (name === "") return prefix === undefined ? "is empty" : "has nothing after the `/`";
  if (byteLength(name) > 63) return "is longer than 63 characters";
  return QUALIFIED.test(name)
    ? undefined
    : "may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends";
}

/** Why a label's value is invalid, or `undefined`; it may be empty. */
export function labelValueFault(value: string): string | undefined {
  if (byteLength(value) > 63) return "is longer than 63 characters";
  if (value === "" || QUALIFIED.test(value)) return undefined;
  return "may have only letters, digits, `-`, `_` and `.`, letters or digits at both ends";
}

/** Whether it is a port's name: up to 15 lower case letters, digits and single `-`, at least one letter. */
export function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}
