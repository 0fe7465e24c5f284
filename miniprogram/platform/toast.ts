/** A word on what became of a tap, for as long as slow readers need: why something was not done, above all. */
export function say(title: string): void {
  void wx.showToast({ title, icon: 'none', duration: 3500 });
}
