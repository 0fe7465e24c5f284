// Loaded into each program that `npm start` runs, and into clouds that test files use in turn: ends it, in
// order, when the starter is gone in whatever way, since the starter's end of this pipe closes with it.
// Nothing is ever written there. It is no module of `import`: with one before it, Node reads a program of a
// megabyte three times to see what it exports.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref();
