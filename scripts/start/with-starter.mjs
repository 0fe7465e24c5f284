// Loaded into each program that `npm start` runs: ends it, in order, when the starter is gone in whatever
// way, since the starter's end of this pipe closes with it. Nothing is ever written there.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref();
