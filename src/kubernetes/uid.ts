/**
 * The UID of the Calico resource that is made of an object: every byte has its bits reversed but those of the version and
 * the variant (recorded). Returned as it is where it is no UUID; applied twice it is the first again.
 */
export function derivedUid(uid: string): string {
  const digits = uid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(digits)) return uid;
  const bytes = Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
  const mapped = bytes.map((byte, at) => (at === 6 || at === 8 ? byte : reversed(byte)));
  const hex = mapped.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function reversed(byte: number): number {
  let result = 0;
  for (let bit = 0; bit < 8; bit++) result |= ((byte >> bit) & 1) << (7 - bit);
  return result;
}
