Page({
  data: { query: '' },
  onLoad(query: Record<string, string>) {
    this.setData({ query: JSON.stringify(query) });
    this.getOpenerEventChannel().emit('opened', query);
  },
});
