// Uses every service of the cloud once, as a real function would: through the SDK alone.
const fs = require('node:fs');
const tcb = require('@cloudbase/node-sdk');

exports.main = async (event) => {
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  const notes = app.database().collection('notes');
  if (event.waitFor) {
    while (!fs.existsSync(event.waitFor)) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  if (event.read) return (await notes.orderBy('at', 'asc').get()).data.map(({ text }) => text);
  if (event.url) {
    const { fileList } = await app.getTempFileURL({ fileList: [event.url] });
    return fileList[0];
  }
  const from = event.Type ?? event.httpMethod ?? process.env.WX_OPENID;
  const offsetMs = Number(process.env.CLOUD_CLOCK_OFFSET_MS);
  await notes.add({
    text: `${from}: ${event.text ?? event.TriggerName ?? event.path}`,
    at: Date.now(),
  });
  return { offsetMs };
};
