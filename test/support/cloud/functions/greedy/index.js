// Takes more memory than it has.
const kept = [];

exports.main = async (event) => {
  for (;;) {
    if (event.act === 'heap') kept.push(new Array(100_000).fill(kept.length));
    else kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
    if (event.act !== 'heap') await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
