// The fusion-media center beside the sample county: who it is to the cloud, kept with the data.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The channel's id and the secret that both sides sign with; made at the first start. */
export function centerIdentity(folder) {
  const file = path.join(folder, 'channel.json');
  if (!existsSync(file)) {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const channelId = randomBytes(16).toString('hex');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ channelId, secret }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The program's arguments; `port` is the pages', and the center is its neighbour. */
export function centerWords({ folder, port, cloud, identity, name, outlets }) {
  const { channelId, secret } = identity;
  return [
    ...['--port', String(port === 0 ? 0 : port + 1), '--data', folder, '--name', name],
    ...['--secret', secret, '--callback', `${cloud}/inbound/channels/${channelId}/answers`],
    ...outlets.flatMap((outlet) => ['--outlet', outlet]),
  ];
}
