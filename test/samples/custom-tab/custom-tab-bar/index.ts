Component({
  data: { selected: '', names: ['one', 'two'] },
  methods: {
    turn(event: WechatMiniprogram.TouchEvent) {
      const { name } = event.currentTarget.dataset;
      wx.switchTab({ url: `/pages/${name}/${name}` });
    },
  },
});
