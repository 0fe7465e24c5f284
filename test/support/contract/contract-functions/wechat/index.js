// The same cloud through WeChat's own server SDK, whose calls wrap their fields in `data`.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const _ = db.command;

const acts = {
  who: () => cloud.getWXContext(),
  add: async ({ collection, document }) =>
    (await db.collection(collection).add({ data: document }))._id,
  get: async ({ collection, id }) => (await db.collection(collection).doc(id).get()).data,
  getStrict: ({ collection, id }) =>
    cloud
      .database()
      .collection(collection)
      .doc(id)
      .get()
      .then(
        ({ data }) => ({ data }),
        ({ errCode, message }) => ({ errCode, message }),
      ),
  find: async ({ collection, above }) => {
    const found = db.collection(collection).where({ n: _.gt(above) });
    return (await found.orderBy('n', 'desc').field({ n: true, _id: false }).get()).data;
  },
  update: async ({ collection, id, by }) =>
    (
      await db
        .collection(collection)
        .doc(id)
        .update({ data: { n: _.inc(by) } })
    ).stats,
  set: async ({ collection, id, document }) => {
    await db.collection(collection).doc(id).set({ data: document });
  },
  remove: async ({ collection, id }) => (await db.collection(collection).doc(id).remove()).stats,
  count: async ({ collection }) => (await db.collection(collection).count()).total,
  sum: async ({ collection }) => {
    const $ = _.aggregate;
    const sums = db.collection(collection).aggregate();
    return (await sums.group({ _id: null, total: $.sum('$n') }).end()).list;
  },
  transfer: async ({ collection, from, to, amount }) =>
    db.runTransaction(async (transaction) => {
      const accounts = transaction.collection(collection);
      const { data } = await accounts.doc(from).get();
      if (data.n < amount) await transaction.rollback('not enough');
      await accounts.doc(from).update({ data: { n: _.inc(-amount) } });
      await accounts.doc(to).update({ data: { n: _.inc(amount) } });
      return 'transferred';
    }),
  transferRefused: (event) => acts.transfer(event).catch((reason) => ({ reason })),
  call: async ({ name, data }) => (await cloud.callFunction({ name, data })).result,
  store: async ({ cloudPath, text }) => {
    const fileContent = Buffer.from(text);
    const { fileID } = await cloud.uploadFile({ cloudPath, fileContent });
    const downloaded = await cloud.downloadFile({ fileID });
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
    await cloud.deleteFile({ fileList: [fileID] });
    return { fileID, text: String(downloaded.fileContent), status: fileList[0].status };
  },
};

exports.main = (event) => acts[event.act](event);
