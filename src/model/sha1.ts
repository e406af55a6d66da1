import { sha1 as digest } from "@noble/hashes/legacy.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Returns the SHA-1 of a text's UTF-8 bytes as 40 hexadecimal digits: no secret, only a short mark of the text. Node's own
 * implementation is not used, because this folder also runs where there is no Node.
 */
export function sha1(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}
