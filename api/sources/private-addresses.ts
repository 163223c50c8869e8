import { BlockList, isIPv4, isIPv6 } from "node:net";

type Net = readonly [address: string, bits: number];

function blockList(family: "ipv4" | "ipv6", nets: readonly Net[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of nets) list.addSubnet(address, bits, family);
  return list;
}

/** Addresses of IPv4 that are no machine of the public internet (RFC 6890 and its registry). */
const privateV4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]);

/** Global unicast, and what of it is not: tunnels, which can lead to any IPv4 address, and documentation. */
const globalV6 = blockList("ipv6", [["2000::", 3]]);
const notGlobalV6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

/** Whether an IP address is no public one: of this machine, of a private network, reserved, or none at all. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return privateV4.check(address, "ipv4");
  // IPv4-mapped, translated and compatible ones are not global unicast, so they are private too.
  return !isIPv6(address) || !globalV6.check(address, "ipv6") || notGlobalV6.check(address, "ipv6");
}
