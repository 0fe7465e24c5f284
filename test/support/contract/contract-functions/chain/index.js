// Speaks to the cloud as a function does: with the real SDK and nothing but its environment.
const tcb = require('@cloudbase/node-sdk');

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });

const acts = {
  call: async ({ name, data }) => (await app.callFunction({ name, data })).result,
  // What failed comes back as a value, since a thrown error loses its code on the way.
  callFailure: ({ name, data }) =>
    app.callFunction({ name, data }).then(
      () => undefined,
      ({ code, message }) => ({ code, message }),
    ),
  who: (event, context) => ({
    user: app.auth().getUserInfo(),
    ip: app.auth().getClientIP(),
    fromContext: tcb.getCloudbaseContext(context).WX_OPENID,
    fromProcess: tcb.getCloudbaseContext().WX_OPENID,
    event,
  }),
  // Yields between two looks, so that a call beside it could show itself.
  hold: async () => {
    const before = app.auth().getUserInfo().openId;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { before, after: app.auth().getUserInfo().openId };
  },
  add: async ({ collection, document }) =>
    (await app.database().collection(collection).add(document)).id,
  upload: async ({ cloudPath, text }) =>
    (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID,
};

exports.main = (event, context) => acts[event.act](event, context);
