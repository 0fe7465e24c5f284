import { isWide } from './display';

/** Where the tab 待办 stands in app.json. */
const todoTab = 1;
const countMax = 99;

// Outside a tab page the bar is not there to be changed; the next tab page does it.
const fail = () => undefined;

/** As it was counted last; empty for none. */
let waiting = '';

/** What waits, as far as it was read. */
export interface TodoCount {
  count: number;
  /** There is more than was read. */
  isMore: boolean;
}

/** Puts the number of waiting things on the tab 待办, none for 0; answers it as the rail says it. */
export function showTodoCount({ count, isMore }: TodoCount): string {
  const isOver = count > countMax;
  waiting = isOver || isMore ? `${isOver ? countMax : count}+` : String(count || '');
  if (waiting === '') wx.removeTabBarBadge({ index: todoTab, fail });
  else wx.setTabBarBadge({ index: todoTab, text: waiting, fail });
  return waiting;
}

/** Takes the bar away where a PC has the rail instead; answers what the rail says of 待办. */
export function fitTabBar(widthPx?: number): string {
  if (isWide(widthPx)) wx.hideTabBar({ fail });
  else wx.showTabBar({ fail });
  return waiting;
}
