/** Everything the sample's pages hear, in order; tests read it through getApp(). */
App({
  heard: [] as string[],
  globalData: { scene: 0 },
  onLaunch(options) {
    this.globalData.scene = options.scene;
    this.heard.push('app launch');
  },
  onShow() {
    this.heard.push('app show');
  },
  onThemeChange({ theme }) {
    this.heard.push(`app theme ${theme}`);
  },
  onError(error) {
    this.heard.push(`app error ${error.split('\n')[0] ?? ''}`);
  },
});
