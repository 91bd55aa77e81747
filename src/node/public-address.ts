import { BlockList, isIP } from 'node:net';

// The registries of special-purpose addresses (RFC 6890) and of multicast: whatever is not one host of the internet.
const specialV4 = blockList('ipv4', [
  ['0.0.0.0', 8], //        this network (RFC 791), which reaches this very machine
  ['10.0.0.0', 8], //       private (RFC 1918)
  ['100.64.0.0', 10], //    shared by a provider's customers (RFC 6598); some clouds keep their metadata there
  ['127.0.0.0', 8], //      loopback (RFC 1122)
  ['169.254.0.0', 16], //   link-local (RFC 3927), where clouds keep their metadata
  ['172.16.0.0', 12], //    private (RFC 1918)
  ['192.0.0.0', 24], //     protocol assignments (RFC 6890)
  ['192.0.2.0', 24], //     documentation (RFC 5737)
  ['192.88.99.0', 24], //   relays of 6to4 (RFC 7526)
  ['192.168.0.0', 16], //   private (RFC 1918)
  ['198.18.0.0', 15], //    benchmarks (RFC 2544)
  ['198.51.100.0', 24], //  documentation (RFC 5737)
  ['203.0.113.0', 24], //   documentation (RFC 5737)
  ['224.0.0.0', 4], //      multicast (RFC 5771)
  ['240.0.0.0', 4], //      reserved and broadcast (RFC 1112, RFC 919)
]);

// The one block from which hosts have their addresses (RFC 4291 section 2.4). Outside it are loopback, unique local,
// link-local and multicast ones, and those that hold an IPv4 address: ::ffff:0:0/96, ::/96 and 64:ff9b::/96.
const globalV6 = blockList('ipv6', [['2000::', 3]]);
const specialV6 = blockList('ipv6', [
  ['2001::', 23], //        protocol assignments, Teredo among them (RFC 2928, RFC 4380)
  ['2001:db8::', 32], //    documentation (RFC 3849)
  ['2002::', 16], //        6to4, which holds an IPv4 address (RFC 3056)
  ['3fff::', 20], //        documentation (RFC 9637)
]);

/** Whether a numeric address can be that of a host of the internet: nothing of this machine, its network or its cloud. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !specialV4.check(address, 'ipv4');
    case 6:
      // With a zone it is of this link, whatever it says.
      return !address.includes('%') && globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
    default:
      return false;
  }
}

function blockList(family: 'ipv4' | 'ipv6', nets: ReadonlyArray<readonly [net: string, prefix: number]>): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
