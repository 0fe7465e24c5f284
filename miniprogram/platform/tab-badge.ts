/** Where the tab 待办 stands in app.json. */
const todoTab = 1;
const countMax = 99;

/** Puts the number of waiting things on the tab 待办; nothing where there is none. */
export function showTodoCount(count: number): void {
  // Outside a tab page the bar is not there to be marked; the next tab page marks it.
  const unmarked = () => undefined;
  if (count === 0) wx.removeTabBarBadge({ index: todoTab, fail: unmarked });
  else {
    const text = count > countMax ? `${countMax}+` : String(count);
    wx.setTabBarBadge({ index: todoTab, text, fail: unmarked });
  }
}
