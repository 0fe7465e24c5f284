/** What the columns of `<picker>` show in each mode, and what a choice means. Pure. */
import { WORDS } from '../wording';

/** Names by six-digit code of three levels: 省, 市, 县. */
export interface Regions {
  province_list: Record<string, string>;
  city_list: Record<string, string>;
  county_list: Record<string, string>;
}

export interface PickerAsk {
  mode: string;
  value: unknown;
  range: unknown[];
  rangeKey: string;
  start: string;
  end: string;
  /** `year`, `month` or `day`; for regions `province`, `city`, `region`. */
  fields: string;
  customItem: string;
  regions?: Regions;
}

export interface PickerModel {
  /** Lines of each column while these are chosen; fewer lines than the index are the caller's to hold. */
  columns(indices: number[]): string[][];
  first(): number[];
  /** The `detail` of `change`. */
  detail(indices: number[]): Record<string, unknown>;
}

/** The model of a mode; throws with the name of a mode that WeChat does not have. */
export function pickerModel(ask: PickerAsk): PickerModel {
  switch (ask.mode) {
    case 'selector':
      return selectorModel(ask);
    case 'multiSelector':
      return multiModel(ask);
    case 'time':
      return timeModel(ask);
    case 'date':
      return dateModel(ask);
    case 'region':
      return regionModel(ask);
    default:
      throw new Error(`<picker mode="${ask.mode}"> is not implemented in the browser`);
  }
}

/** Indices held inside their columns; a month with fewer days takes its last one. */
export function held(model: PickerModel, indices: number[]): number[] {
  const kept = [...indices];
  for (let at = 0; at < kept.length; at += 1) {
    const lines = model.columns(kept)[at] ?? [];
    kept[at] = Math.max(0, Math.min(kept[at] ?? 0, lines.length - 1));
  }
  return kept;
}

function label(entry: unknown, key: string): string {
  const shown =
    key && typeof entry === 'object' && entry ? (entry as Record<string, unknown>)[key] : entry;
  return String(shown ?? '');
}

function selectorModel({ range, rangeKey, value }: PickerAsk): PickerModel {
  return {
    columns: () => [range.map((entry) => label(entry, rangeKey))],
    first: () => [Number(value) || 0],
    detail: ([index = 0]) => ({ value: index }),
  };
}

function multiModel({ range, rangeKey, value }: PickerAsk): PickerModel {
  const lists = range as unknown[][];
  const given = Array.isArray(value) ? (value as unknown[]) : [];
  return {
    columns: () => lists.map((entries) => entries.map((entry) => label(entry, rangeKey))),
    first: () => lists.map((_, at) => Number(given[at]) || 0),
    detail: (indices) => ({ value: indices }),
  };
}

function timeModel(ask: PickerAsk): PickerModel {
  const [from, to] = [minutes(ask.start || '00:00'), minutes(ask.end || '23:59')];
  const hours = numbers(Math.floor(from / 60), Math.floor(to / 60));
  const within = (hour: number) =>
    numbers(0, 59).filter((minute) => hour * 60 + minute >= from && hour * 60 + minute <= to);
  const hourAt = (index = 0) => hours[Math.min(index, hours.length - 1)] ?? 0;
  return {
    columns: ([hour]) => [hours.map(two), within(hourAt(hour)).map(two)],
    first() {
      const now = new Date();
      const asked = ask.value ? String(ask.value) : `${now.getHours()}:${now.getMinutes()}`;
      const minute = Math.min(Math.max(minutes(asked), from), to);
      const hour = hours.indexOf(Math.floor(minute / 60));
      return [Math.max(0, hour), Math.max(0, within(hourAt(hour)).indexOf(minute % 60))];
    },
    detail: ([hour = 0, minute = 0]) => ({
      value: `${two(hourAt(hour))}:${two(within(hourAt(hour))[minute] ?? 0)}`,
    }),
  };
}

/** WeChat's calendar begins here when no start is given, and ends a century on. */
const DATE_START = '1900-01-01';
const DATE_END = '2100-12-31';

function dateModel(ask: PickerAsk): PickerModel {
  const depth = { year: 1, month: 2, day: 3 }[ask.fields || 'day'] ?? 3;
  const from = ymd(ask.start || DATE_START, [1, 1]);
  const to = ymd(ask.end || DATE_END, [12, 31]);
  const years = numbers(from[0], to[0]);
  const months = (year: number) =>
    numbers(year === from[0] ? from[1] : 1, year === to[0] ? to[1] : 12);
  const days = (year: number, month: number) => {
    const isFirst = year === from[0] && month === from[1];
    const isLast = year === to[0] && month === to[1];
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return numbers(isFirst ? from[2] : 1, isLast ? Math.min(to[2], length) : length);
  };
  const chosen = (indices: number[]): Day => {
    const year = at(years, indices[0]);
    const month = at(months(year), indices[1]);
    return [year, month, at(days(year, month), indices[2])];
  };
  return {
    columns(indices) {
      const [year, month] = chosen(indices);
      const all = [
        years.map((one) => `${one}${WORDS.year}`),
        months(year).map((one) => `${two(one)}${WORDS.month}`),
        days(year, month).map((one) => `${two(one)}${WORDS.day}`),
      ];
      return all.slice(0, depth);
    },
    first() {
      const now = new Date();
      const today = `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
      const asked = ymd(String(ask.value || today), [1, 1]);
      // What is not offered, as today on a phone of another time zone, opens at the nearest that is.
      const [year, month, day] = nearest(asked, from, to);
      return [
        Math.max(0, years.indexOf(year)),
        Math.max(0, months(year).indexOf(month)),
        Math.max(0, days(year, month).indexOf(day)),
      ].slice(0, depth);
    },
    detail: (indices) => {
      const [year, ...rest] = chosen(indices);
      return { value: [String(year), ...rest.map(two)].slice(0, depth).join('-') };
    },
  };
}

/** A region's code is two digits each of province, city and county. */
function regionModel(ask: PickerAsk): PickerModel {
  const { regions, customItem } = ask;
  if (!regions) throw new Error('<picker mode="region"> has no regions to show');
  const depth = { province: 1, city: 2, region: 3 }[ask.fields || 'region'] ?? 3;
  const given = Array.isArray(ask.value) ? (ask.value as string[]) : [];
  const whole: [string, string][] = customItem ? [['', customItem]] : [];
  const under = (names: Record<string, string>, prefix: string) =>
    Object.entries(names).filter(([code]) => code.startsWith(prefix));
  const lists = (indices: number[]) => {
    const provinces = [...whole, ...Object.entries(regions.province_list)];
    const province = at(provinces, indices[0])[0].slice(0, 2);
    const cities = [...whole, ...(province ? under(regions.city_list, province) : [])];
    const city = (cities[indices[1] ?? 0]?.[0] ?? '').slice(0, 4);
    const counties = [...whole, ...(city ? under(regions.county_list, city) : [])];
    return [provinces, cities, counties].slice(0, depth);
  };
  const chosen = (indices: number[]) =>
    lists(indices).map((entries, column) => entries[indices[column] ?? 0] ?? ['', '']);
  return {
    columns: (indices) => lists(indices).map((entries) => entries.map(([, name]) => name)),
    first() {
      const indices: number[] = [];
      for (let column = 0; column < depth; column += 1) {
        const entries = lists(indices)[column] ?? [];
        const found = entries.findIndex(([, name]) => name === given[column]);
        indices.push(Math.max(0, found));
      }
      return indices;
    },
    detail: (indices) => ({
      value: chosen(indices).map(([, name]) => name),
      code: chosen(indices).map(([code]) => code),
    }),
  };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

type Day = [year: number, month: number, day: number];

function ymd(date: string, missing: [number, number]): Day {
  const [year = 0, month = missing[0], day = missing[1]] = date.split(/[-/]/).map(Number);
  return [year, month, day];
}

function nearest(asked: Day, from: Day, to: Day): Day {
  const place = ([year, month, day]: Day) => (year * 12 + month) * 31 + day;
  if (place(asked) < place(from)) return from;
  return place(asked) > place(to) ? to : asked;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The entry at an index, held inside; every list here has at least one. */
function at<T>(entries: T[], index = 0): T {
  return entries[Math.min(index, entries.length - 1)] as T;
}
