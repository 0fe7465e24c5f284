/** Requests that no well-mannered client would send: cut off, over-long, with a Host of their own. */
import net from 'node:net';

/** Sends bytes as they are; resolves to all that comes back until the other side closes. */
export function sendRaw(base: string, ...pieces: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base);
    const socket = net.connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
    });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}

/** Sends bytes, then cuts the connection as a phone in a tunnel does. */
export function sendAndCut(base: string, ...pieces: (string | Buffer)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base);
    const socket = net.connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
      socket.write('', () => socket.destroy());
    });
    socket.once('error', reject);
    socket.once('close', () => resolve());
  });
}
