import { expect, test } from "vitest";
import { formatAddress, formatCidr, parseAddress, parseCidr, parseNet } from "../../../src/model/net/address.ts";
import rows from "./go-nets.json" with { type: "json" };

/**
 * What Go 1.26 returns for each text: `net.ParseIP(text).String()`, the network of `net.ParseCIDR(text)`, and whether
 * its address and network print alike, which is how Calico asks for a network without host bits. `null` where Go
 * returns an error. The rows are one or more of each shape out of 153,208 texts that agreed.
 */
test("addresses and networks are read as Go reads them", () => {
  const read = rows.map(([text = ""]) => {
    const [address, cidr] = [parseAddress(String(text)), parseCidr(String(text))];
    const network = cidr === undefined ? null : formatCidr(cidr);
    return [text, address === undefined ? null : formatAddress(address), network, cidr?.masked ?? null];
  });
  expect(read).toEqual(rows);
  expect(rows.filter(([, address]) => address !== null).length).toBeGreaterThan(40);
  expect(rows.filter(([, , network]) => network !== null).length).toBeGreaterThan(50);
});

test("a network with fewer bits than the IPv4-mapped prefix is IPv6", () => {
  expect(parseCidr("::ffff:10.0.0.1/96")?.address.family).toBe(4);
  expect(parseCidr("::ffff:10.0.0.1/95")?.address.family).toBe(6);
});

test("a net is a network or the network of one address", () => {
  const texts = rows.map(([text]) => String(text));
  const isNet = texts.filter((text) => parseNet(text) !== undefined);
  expect(isNet).toEqual(texts.filter((text) => parseCidr(text) !== undefined || parseAddress(text) !== undefined));
});
