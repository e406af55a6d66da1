/** The first state of SHA-1, and what each of its four rounds adds (FIPS 180-4). */
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;
const ADDED = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

/** Returns the SHA-1 of a text's UTF-8 bytes as 40 hexadecimal digits: no secret, only a short mark of the text. */
export function sha1(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const words = new DataView(bytes.buffer);
  const state = new Uint32Array(START);
  for (let at = 0; at < bytes.length; at += 64) addBlock(state, words, at);
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** The bytes, a one bit, zeros to 56 of 64 bytes, and the length in bits. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  all.set(bytes);
  all[bytes.length] = 0x80;
  new DataView(all.buffer).setBigUint64(all.length - 8, BigInt(bytes.length) * 8n);
  return all;
}

function addBlock(state: Uint32Array, words: DataView, start: number): void {
  const w = new Uint32Array(80);
  const word = (at: number) => w[at] ?? 0;
  for (let at = 0; at < 16; at++) w[at] = words.getUint32(start + at * 4);
  for (let at = 16; at < 80; at++) w[at] = turned(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1);
  let [a, b, c, d, e] = [...state] as [number, number, number, number, number];
  for (let at = 0; at < 80; at++) {
    const round = Math.floor(at / 20);
    const next = (turned(a, 5) + mixed(round, b, c, d) + e + (ADDED[round] ?? 0) + word(at)) >>> 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  }
  for (const [at, part] of [a, b, c, d, e].entries()) state[at] = (state[at] ?? 0) + part;
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return ((b & c) | (~b & d)) >>> 0;
  return (round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d) >>> 0;
}

/** The 32 bits turned to the left. */
function turned(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}
