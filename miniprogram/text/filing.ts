/** Words of the filing form and of the tip page. */
const kinds = {
  news: '消息',
  feature: '通讯',
  photo_story: '图片新闻',
  video: '视频',
  public_opinion: '社情民意',
  research_report: '调研报告',
  theory_article: '理论文章',
  duty_story: '履职故事',
};

export const filingText = {
  title: '写稿件',
  refileTitle: '修改后重新投稿',
  tipTitle: '拍线索',
  kinds: Object.entries(kinds).map(([kind, words]) => ({ kind, words })),
  bylinePlaceholder: '联合署名：输入姓名',
  bylinePart: (part: string, isJournalist?: boolean) => (isJournalist ? `${part} · 记者` : part),
  parts: { text: '文', photo: '图', video: '视频', edit: '编辑' },
  savedAt: (clock: string) => `已存草稿 ${clock}`,
  notSaved: '没有存上：手机存储已满，请清理后继续',
  notWritten: '边写边自动存草稿',
  words: (count: number, min: number) =>
    count < min ? `${count} 字，至少 ${min} 字` : `${count} 字`,
  headlineWords: (count: number) => (count > 30 ? `${count} 字，建议不超过 30 字` : `${count}/30`),
  photoCount: (count: number) => `${count}/20 张`,
  photoPlace: (place: number, total: number) => `第 ${place} 张，共 ${total} 张`,
  photoLabel: (place: number, total: number, caption: string) =>
    `${filingText.photoPlace(place, total)}，${caption || '还没有说明'}，点按编辑，长按拖动排序`,
  missing: {
    headline: '标题',
    body: (min: number) => `正文（至少 ${min} 字）`,
    photos: '图片',
    captions: '图片说明',
    video: '视频',
    happenedOn: '发生日期',
    unit: '投稿单位',
    bylines: '署名',
  },
  stillMissing: (parts: string[]) => `还缺：${parts.join('、')}`,
  submit: '提交',
  confirmTitle: '保密审查确认',
  confirmWords: '我已对稿件和图片做过保密审查，内容不涉密、不敏感，情况属实。',
  confirm: '确认提交',
  later: '再看看',
  /** Asked before a returned story goes back as it came. */
  unchanged: {
    title: '还没有改动',
    content: '退改的稿件还和原来一样。照原样再投一次？',
    confirmText: '照样投稿',
    cancelText: '回去改',
  },
  full: '手机存储已满，还没有提交；稿件没有丢，请清理后重试',
  noConsent: '您没有同意隐私保护指引，暂不能选图片和文件；已写的内容都在',
  notAllowed: '微信没有相册或相机的权限，请在设置里打开',
  noPlace: {
    offline: '没有网络，地图打不开，请直接输入地点',
    cancelled: '',
    no_consent: '您没有同意隐私保护指引，不能定位，请直接输入地点',
    not_allowed: '微信没有定位的权限，请在设置里打开，或直接输入地点',
    unavailable: '现在不能定位，请直接输入地点',
  },
  photoFailed: '有图片没有存上：打不开，或手机存储已满',
  fileTooLarge: '文件超过 10 MB，请压缩后再选',
  fileEmpty: '文件是空的，请打开看看再选',
  working: (done: number, total: number) => `正在处理图片 ${done}/${total}`,
  noUnit: '您还没有可以投稿的单位，请联系管理员。',
  unknownAuthor: '没有读到您的单位，请联网后重试。',
  storyGone: '没有找到这篇稿件，可能已送达或已删除。',
  advice: {
    word: (word: string, right: string | null, why: string) =>
      right ? `“${word}”应为“${right}”${why ? `：${why}` : ''}` : `“${word}”请再斟酌：${why}`,
    duplicate: (headline: string, unit: string, number: string) =>
      `与《${headline}》（${unit}，${number}）相近`,
    today: (headline: string) => `本单位今天已投《${headline}》`,
  },
};
