// Has one second, and does not keep to it.
const acts = {
  hang: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  spin: () => {
    for (;;);
  },
  quick: () => 'in time',
};

exports.main = (event) => acts[event.act]();
