/**
 * Which addresses a channel may have: public ones, looked at after DNS, since a name may point
 * anywhere. Loopback is open by local configuration only (OUTBOUND_LOOPBACK=allowed).
 */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Source: IANA's registries of special-purpose IPv4 and IPv6 addresses.
// A list each: in one of both, the range of mapped addresses (::ffff:0:0/96) is all of IPv4.
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]) {
  addRange(range, 'ipv4');
}
for (const range of [
  ...['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10'],
  ...['fec0::/10', 'ff00::/8'],
]) {
  addRange(range, 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export class AddressRefused extends Error {
  readonly code = 'address_refused';
}

/** May a request go to this address? */
export function isOpenAddress(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0) return false;
  if (mayUseLoopback() && loopback.check(address, family)) return true;
  return !closed[family].check(address, family);
}

/** Only on a laptop, where the center runs beside the cloud. */
export function mayUseLoopback(): boolean {
  return process.env.OUTBOUND_LOOPBACK === 'allowed';
}

/** Node's look-up, which gives only addresses that a request may go to. */
export const lookupOpen: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    const open = found.filter(({ address }) => isOpenAddress(address));
    // One closed address among open ones is a name that somebody plays with.
    if (open.length === 0 || open.length < found.length) {
      return callback(new AddressRefused(hostname), []);
    }
    const [first] = open;
    if (options.all === true || !first) return callback(null, open);
    return callback(null, first.address, first.family);
  });
};

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [net = '', prefix = ''] = range.split('/');
  closed[family].addSubnet(net, Number(prefix), family);
}
