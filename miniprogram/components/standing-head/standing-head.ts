/** The one big number of a standing, and in words what it is worth. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** What is counted: 本季积分. */
    title: { type: String, value: '' },
    /** 12.5 */
    points: { type: String, value: '' },
    unit: { type: String, value: '' },
    /** 全县第 7，较上季升 3 位 */
    rank: { type: String, value: '' },
    /** Whose it is, where that is not plain from the page. */
    owner: { type: String, value: '' },
  },
});
