/** Words of the tab 稿件. */
export const storiesText = {
  inStage: (stage: string) => `${stage}中`,
  urgent: '加急',
  untitled: '（无标题）',
  draft: (kind: string, when: string) => `${kind} · 已存草稿 ${when}`.trim(),
  copy: (kind: string, when: string) => `${kind} · 云端备份的文字 ${when}`,
  notDropped: '没有连上网络，草稿还在云端，请稍后再删',
  removal: {
    title: '删除这份草稿？',
    content: '草稿里的文字和图片都会删除，不能恢复。',
    confirmText: '删除',
    cancelText: '留着',
  },
  more: '正在读取更多',
  end: '没有更多了',
  line: (headline: string, state: string, grey: string) => `${headline}，${state}，${grey}`,
  kind: { cppcc: '政协', congress: '人大' },
  purpose: (kind: string) => `${kind}通讯员投稿与审核`,
  points: [
    { icon: 'camera', words: '在手机上拍照、写稿，没有信号也能写，联网后自动送出' },
    { icon: 'time', words: '每一步审核随时看得到，退改理由写得清清楚楚' },
    { icon: 'check-circle', words: '签发后统一送往各家媒体，不用再到群里转发' },
  ],
};
