import { dutyText } from './people';

/** Words of the first page. */
export const homeText = {
  kind: { cppcc: '政协', congress: '人大' },
  duty: dutyText,
  founded: '已开通',
  missing: {
    code: '开通码',
    organName: '单位名称',
    administratorName: '您的姓名',
  },
  stillMissing: (fields: string[]) => `还缺：${fields.join('、')}`,
};
