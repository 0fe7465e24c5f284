/** Words of the first page. */
export const homeText = {
  retry: '重试',
  kind: { cppcc: '政协', congress: '人大' },
  duty: {
    correspondent: '通讯员',
    reviewer: '审核员',
    publicity_office: '宣传办',
    leader: '分管领导',
    media_editor: '媒体编辑',
    administrator: '管理员',
  },
  founded: '已开通',
  missing: {
    code: '开通码',
    organName: '单位名称',
    administratorName: '您的姓名',
  },
  stillMissing: (fields: string[]) => `还需填写：${fields.join('、')}`,
};
