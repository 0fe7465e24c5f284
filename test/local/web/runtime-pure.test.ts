import fc from 'fast-check';
import { parsePageUrl, parseQuery } from '../../../local/web/runtime/core/url';
import { createChannel } from '../../../local/web/runtime/core/channel';
import { held, pickerModel, type PickerAsk } from '../../../local/web/runtime/tags/picker-model';
import { nearestTurn, settleIndex } from '../../../local/web/runtime/tags/swiper-place';

const ask = (changed: Partial<PickerAsk>): PickerAsk => ({
  mode: 'selector',
  value: undefined,
  range: [],
  rangeKey: '',
  start: '',
  end: '',
  fields: '',
  customItem: '',
  ...changed,
});

describe('page addresses', () => {
  test('a route, its query and the whole address are told apart', () => {
    expect(parsePageUrl('/pages/a/a?id=1&word=%E4%B8%80')).toEqual({
      route: 'pages/a/a',
      query: { id: '1', word: '%E4%B8%80' },
      full: '/pages/a/a?id=1&word=%E4%B8%80',
    });
  });

  test('a relative address counts from the page it is written on', () => {
    expect(parsePageUrl('../b/b', 'pages/a/a').route).toBe('pages/b/b');
    expect(parsePageUrl('a2?x', 'pages/a/a')).toMatchObject({
      route: 'pages/a/a2',
      query: { x: '' },
    });
  });

  test('values keep what stands behind further equal signs and question marks', () => {
    expect(parseQuery('to=a=b&q')).toEqual({ to: 'a=b', q: '' });
    expect(parsePageUrl('/p?u=/q?r=1').query).toEqual({ u: '/q?r=1' });
  });
});

describe('event channels', () => {
  test('once is heard once, off stops one listener or all', () => {
    const heard: string[] = [];
    const channel = createChannel({ said: (word) => heard.push(`first ${String(word)}`) });
    const second = (word: unknown) => heard.push(`second ${String(word)}`);
    channel.once('said', second);
    channel.emit('said', 'a');
    channel.emit('said', 'b');
    channel.on('said', second);
    channel.off('said', second);
    channel.emit('said', 'c');
    channel.off('said');
    channel.emit('said', 'd');
    expect(heard).toEqual(['first a', 'second a', 'first b', 'first c']);
  });
});

describe('picker columns', () => {
  test('a time keeps to its first and last minute', () => {
    const model = pickerModel(ask({ mode: 'time', value: '09:10', start: '08:50', end: '10:05' }));
    expect(model.columns([0, 0])).toEqual([
      ['08', '09', '10'],
      ['50', '51', '52', '53', '54', '55', '56', '57', '58', '59'],
    ]);
    expect(model.first()).toEqual([1, 10]);
    expect(model.detail([2, 5])).toEqual({ value: '10:05' });
  });

  test('a date has the days of its month, also in a leap year', () => {
    const model = pickerModel(ask({ mode: 'date', value: '2024-02-29', start: '2024-01-01' }));
    expect(model.first()).toEqual([0, 1, 28]);
    expect(model.columns([0, 1, 0])[2]).toHaveLength(29);
    expect(model.columns([1, 1, 0])[2]).toHaveLength(28);
    expect(held(model, [1, 1, 28])).toEqual([1, 1, 27]);
  });

  test('a day or a time that is not offered opens at the nearest that is', () => {
    const day = { mode: 'date', start: '2026-12-05', end: '2026-12-31' };
    const shown = (more: Partial<PickerAsk>) => {
      const model = pickerModel(ask(more));
      return model.detail(model.first()).value;
    };
    // Today on a phone that is ahead of the county's days, or behind them.
    expect(shown({ ...day, value: '2027-01-01' })).toBe('2026-12-31');
    expect(shown({ ...day, value: '2026-12-04' })).toBe('2026-12-05');
    const time = { mode: 'time', start: '08:50', end: '10:05' };
    expect(shown({ ...time, value: '23:40' })).toBe('10:05');
    expect(shown({ ...time, value: '00:10' })).toBe('08:50');
  });

  test('a date of months or years has fewer columns', () => {
    const month = pickerModel(ask({ mode: 'date', value: '2026-11', fields: 'month' }));
    expect(month.detail(month.first())).toEqual({ value: '2026-11' });
    const year = pickerModel(ask({ mode: 'date', value: '2026', fields: 'year' }));
    expect(year.detail(year.first())).toEqual({ value: '2026' });
  });

  test('a region finds its names and answers their codes', () => {
    const regions = {
      province_list: { '110000': '甲省', '120000': '乙省' },
      city_list: { '110100': '甲市', '120100': '乙市' },
      county_list: { '110101': '甲县', '120101': '乙县', '120102': '丙县' },
    };
    const model = pickerModel(ask({ mode: 'region', value: ['乙省', '乙市', '丙县'], regions }));
    expect(model.first()).toEqual([1, 0, 1]);
    expect(model.detail([1, 0, 1])).toEqual({
      value: ['乙省', '乙市', '丙县'],
      code: ['120000', '120100', '120102'],
    });
    const open = pickerModel(ask({ mode: 'region', value: [], customItem: '全部', regions }));
    expect(open.columns(open.first())).toEqual([['全部', '甲省', '乙省'], ['全部'], ['全部']]);
  });

  test('a mode that WeChat does not have throws with its name', () => {
    expect(() => pickerModel(ask({ mode: 'moon' }))).toThrow('<picker mode="moon">');
  });

  test('every date that is chosen is offered again as the first', () => {
    const day = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(day, (after) => {
        const value = new Date(Date.UTC(2020, 0, 1 + after)).toISOString().slice(0, 10);
        const model = pickerModel(ask({ mode: 'date', value }));
        expect(model.detail(held(model, model.first()))).toEqual({ value });
      }),
    );
  });
});

describe('places in a swiper', () => {
  test('a circle is gone round the shorter way, a row ends at its ends', () => {
    expect(nearestTurn(3, 4)).toBe(-1);
    expect(nearestTurn(-3, 4)).toBe(1);
    expect(nearestTurn(2, 4)).toBe(2);
    expect(settleIndex(4, 4, true)).toBe(0);
    expect(settleIndex(-1, 4, true)).toBe(3);
    expect(settleIndex(4, 4, false)).toBe(3);
    expect(settleIndex(-1, 4, false)).toBe(0);
  });
});
