Component({
  properties: { id: { type: String, value: '' } },
  data: { loaded: '' },
  methods: {
    onLoad(query: Record<string, string>) {
      this.setData({ loaded: JSON.stringify(query) });
    },
  },
});
