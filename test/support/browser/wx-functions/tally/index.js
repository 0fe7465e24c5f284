// Counts how often each key arrived, so that a test sees what reached the cloud and what did not.
const counts = new Map();

exports.main = ({ key, isReading, isFailing }) => {
  if (isFailing) throw new Error('the tally is broken');
  if (!isReading) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { count: counts.get(key) ?? 0, openid: process.env.WX_OPENID };
};
