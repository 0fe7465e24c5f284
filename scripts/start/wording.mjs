/** What `npm start` says. */
export const wording = {
  ready: (url) => `乡讯已启动：${url}`,
  code: (code) => `首次开通码：${code}（在任一手机画面里填写，只能用一次）`,
  seeded:
    '已放入示例县：林（通讯员）、周（宣传办）、秦（委员）、徐（复审）、吴（领导）、何（管理员），在画面上方切换',
  founded: (folder, options) =>
    `单位已开通，数据保存在 ${folder} 文件夹；重新开始请用 npm start -- ${options}--fresh`,
  center: '示例县融媒体中心',
  usage: [
    'npm start                  打开示例县；数据留着，下次接着用',
    'npm start -- --fresh       从头来',
    'npm start -- --empty       不放示例县，给一个首次开通码',
    'npm start -- --port 4300   换一个端口',
    'npm start -- --data 文件夹  数据放在别处',
  ].join('\n'),
  stop: '按 Ctrl+C 停止',
  taken: (port, other) =>
    `端口 ${port} 已被占用，可能已有一个乡讯在运行。请先停止它，或换一个端口：npm start -- --port ${other}`,
  badPort: (word) => `端口“${word}”不对，请写 1 到 65534 之间的数字：npm start -- --port 4300`,
  inUse: (folder) => `数据文件夹 ${folder} 正被另一个乡讯使用，请先停止它`,
  ended: (name, folder) =>
    `${name} 意外停止，数据已保存；请再运行一次 npm start（原因见 ${folder}/${name}.log）`,
};
