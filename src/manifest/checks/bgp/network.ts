import { didYouMean } from "../../../model/nearest.ts";
import { formatCidr, parseCidr } from "../../../model/net/address.ts";
import type { FieldPath } from "../../../model/resource.ts";
import { write } from "../../fixes/fix.ts";
import type { Report } from "../../problem.ts";

/** Reports what is not a network with its prefix length and without bits outside it, of the family if one is given; `""` is absent. */
export function checkNetwork(text: string, path: FieldPath, report: Report, family?: 4 | 6): void {
  if (text === "") return;
  const cidr = parseCidr(text);
  if (cidr === undefined || (family !== undefined && cidr.address.family !== family)) {
    const message = `invalid ${family === undefined ? "" : `IPv${family} `}network \`${text}\``;
    report({ code: "net.syntax", message, path });
  } else if (!cidr.masked) {
    const message = `\`${text}\` has bits set outside its prefix`;
    report({ code: "net.masked", message, help: didYouMean(formatCidr(cidr)), fix: write(formatCidr(cidr)), path });
  }
}
