// Stands where miniprogram-simulate reads style sheets, a good part of what rendering costs: in jsdom
// nothing is laid out, so that no test here could tell. The journeys see them, and so does WeChat's compiler.
module.exports = { getContent: () => '', compile: () => '', insert: () => undefined };
