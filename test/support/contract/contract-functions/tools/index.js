// Small acts of a function, named by the event; the contract cases call them through the SDK.
const acts = {
  echo: (event) => event,
  text: () => 'plain text',
  nothing: () => undefined,
  number: () => 42,
  zone: () => ({ zone: process.env.TZ, hour: new Date(0).getHours() }),
  greeting: () => process.env.GREETING,
  context: (event, context) => context,
  throw: () => {
    throw new Error('the editor is out');
  },
  reject: async () => {
    throw new Error('the editor left');
  },
  exit: () => process.exit(3),
  letters: (event) => 'x'.repeat(event.count),
};

exports.main = (event, context) => acts[event.act](event, context);
