import { hear } from '../../hear';

Page({
  data: {
    talk: [
      { role: 'user', content: [{ type: 'text', data: '稿子收到了吗' }] },
      { role: 'assistant', content: [{ type: 'markdown', data: '**收到** 已转审核' }] },
    ],
    thought: { title: '思考过程', text: '先看标题' },
    files: [{ fileType: 'image', url: '/assets/a.png', name: 'a.png', size: 80 }],
    spoken: { type: 'text', data: '单独一句' },
  },
  hear,
});
