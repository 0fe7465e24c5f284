// Never answers; its timeout is one second.
exports.main = () => new Promise(() => setInterval(() => undefined, 1_000));
