import fc from 'fast-check';
import { paragraphsOf, withNote, withoutNote } from '../../../miniprogram/desk/review/passages';
import { barOf, isSigning, viewStory } from '../../../miniprogram/desk/review/view';
import { contentOf, formOf, missingOf } from '../../../miniprogram/desk/edit/view';
import { strokeSteps } from '../../../miniprogram/desk/review/stroke';
import { spanWords, viewQueueLine } from '../../../miniprogram/components/queue-line/line';
import { joinReasons } from '../../../miniprogram/text/review';
import { openQueue } from '../../../miniprogram/desk/review/queue';
import { clockFor } from '../../../miniprogram/desk/note-sheet/clock';
import { aStoryView, now } from '../a-story';
import { stubWx } from '../simulate';

const looking = { now, unitNames: { 'unit-township': '城关镇联工委' } };

test('the sentences of a body are the body, wherever it breaks', () => {
  const text = fc.string({ unit: fc.constantFrom('字', '。', '！', '”', '\n', ' ', 'a') });
  fc.assert(
    fc.property(text, (body) => {
      for (const { sentences } of paragraphsOf(body, [])) {
        for (const { from, to, text } of sentences) {
          expect(body.slice(from, to).trimStart()).toBe(text.trimStart());
        }
      }
      const whole = paragraphsOf(body, []).flatMap(({ sentences }) =>
        sentences.map(({ from, to }) => body.slice(from, to)),
      );
      expect(whole.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
    }),
  );
});

test('a note stands where its quote stands, and a second one takes its place', () => {
  const body = '　　第一句。第二句。\n第三句。';
  const [first] = paragraphsOf(body, [])[0]?.sentences ?? [];
  const at = { body, from: first?.from ?? -1, to: first?.to ?? -1 };
  const once = withNote([], { ...at, note: '请核实' });
  expect(once).toEqual([{ from: 2, to: 6, quote: '第一句。', note: '请核实' }]);
  const twice = withNote(once, { ...at, note: '请写具体' });
  expect(twice.map(({ note }) => note)).toEqual(['请写具体']);
  const [paragraph] = paragraphsOf(body, twice);
  expect(paragraph?.sentences.map(({ isNoted }) => isNoted)).toEqual([true, false]);
  expect(withoutNote(twice, 2)).toEqual([]);
});

test('the bar shows what is allowed, the rest under more', () => {
  const allowed = ['release', 'approve', 'return', 'edit', 'spike', 'hold', 'pass'] as const;
  const bar = barOf(aStoryView({ allowed: [...allowed] }));
  expect(bar.beside.map(({ label }) => label)).toEqual(['退改', '修改']);
  expect(bar.main?.label).toBe('通过');
  expect(bar.more.map(({ action }) => action)).toEqual(['spike', 'hold', 'pass', 'release']);
  expect(barOf(aStoryView({ allowed: [] }))).toEqual({ main: null, beside: [], more: [] });
  const tip = barOf(aStoryView({ allowed: ['assign', 'spike'] }));
  expect([tip.main?.action, tip.beside[0]?.action]).toEqual(['assign', 'spike']);
});

test('of several photos the one that is not checked is named by its place', () => {
  const { content } = aStoryView();
  const [first, second] = ['a', 'b'].map((sha256) => ({
    ...{ sha256, bytes: 1, ext: 'jpg' as const, width: 1, height: 1, caption: '', credit: '' },
    url: null,
  }));
  const check = { part: 'photo' as const, sha256: 'b', verdict: 'unchecked' as const, why: '' };
  const wordsOf = (photos: typeof content.photos) =>
    viewStory(aStoryView({ content: { ...content, photos }, checks: [check] }), looking).checks;
  if (!first || !second) throw new Error('two photos were made');
  expect(wordsOf([first, second])[0]?.words).toContain('第 2 张图片未检');
  expect(wordsOf([second])[0]?.words).toMatch(/^图片未检/);
});

test('at the last stage the button says that it signs off', () => {
  const story = aStoryView({
    allowed: ['approve'],
    stages: [{ name: '终审签发', progress: 'current' }],
  });
  expect(isSigning(story)).toBe(true);
  expect(barOf(story).main?.label).toBe('签发');
});

test('the page says who else has the story and until when', () => {
  const until = Date.parse('2026-11-23T09:41:00+08:00');
  const story = aStoryView({ claim: { name: '周示例', until, isMine: false } });
  expect(viewStory(story, looking).notice).toContain('周示例正在处理这篇稿件，最迟到 09:41');
});

test('a line says what decides the order: urgent, overdue, unit, kind, words, photos, who', () => {
  const claim = { name: '周示例', until: now + 1, isMine: false };
  const late = aStoryView({ isUrgent: true, dueAt: now - 3 * 3_600_000, photoCount: 2, claim });
  expect(viewQueueLine(late, looking)).toMatchObject({
    due: '超时 3 小时',
    about: '消息 · 城关镇联工委 · 60\u00a0字 · 2\u00a0图',
    claim: '周示例正在处理',
    isSelectable: false,
  });
  expect(viewQueueLine(aStoryView({ state: 'filed', stageName: null }), looking)).toMatchObject({
    stage: '',
    isSelectable: false,
  });
  expect(viewQueueLine(aStoryView(), looking)).toMatchObject({ isSelectable: true, barred: '' });
});

test.each([
  ['doubtful', '内容存疑', '存疑的不能批量通过，请打开来看'],
  ['unchecked', '未检', '未检的不能批量通过，请打开读过再决定'],
] as const)(
  'a line that is %s says so, and why it is not approved from the list',
  (verdict, tag, why) => {
    const line = viewQueueLine({ ...aStoryView(), verdict }, looking);
    expect(line).toMatchObject({ verdict: tag, isSelectable: false, barred: why });
    expect(line.label).toContain(tag);
    // A tip is approved by nobody, so nothing bars it.
    const tip = viewQueueLine({ ...aStoryView({ state: 'filed' }), verdict }, looking);
    expect(tip).toMatchObject({ verdict: tag, isSelectable: false, barred: '' });
  },
);

test.each([
  [30_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [47 * 3_600_000, '47 小时'],
  [48 * 3_600_000, '2 天'],
])('%i ms are %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});

test('an edit sends the content without links and with nothing else changed', () => {
  const story = aStoryView();
  const form = { ...formOf(story), headline: '新标题' };
  const photo = { sha256: 'a'.repeat(64), bytes: 1, ext: 'jpg' as const, width: 1, height: 1 };
  const shown = { ...photo, caption: '', credit: '', url: 'https://example.invalid/a.jpg' };
  const withPhoto = { ...story, content: { ...story.content, photos: [shown] } };
  const content = contentOf(withPhoto, form);
  expect(content.photos).toEqual([{ ...photo, caption: '', credit: '' }]);
  expect(content).toMatchObject({ headline: '新标题', body: story.content.body });
  expect(missingOf(story, formOf(story), 'edit')).toBe('还没有改动');
  expect(missingOf(story, form, 'edit')).toBe('');
  expect(missingOf(story, form, 'correct')).toBe('请写明更正了什么');
});

test('a finger sideways changes the story; scrolling does not', () => {
  const from = { clientX: 300, clientY: 100 };
  expect(strokeSteps(from, { clientX: 150, clientY: 120 })).toBe(1);
  expect(strokeSteps(from, { clientX: 450, clientY: 100 })).toBe(-1);
  expect(strokeSteps(from, { clientX: 200, clientY: 300 })).toBe(0);
  expect(strokeSteps(undefined, from)).toBe(0);
});

test('a reason is put into the note once', () => {
  expect(joinReasons('', '请压缩篇幅')).toBe('请压缩篇幅');
  expect(joinReasons('请核实。', '请压缩篇幅')).toBe('请核实；请压缩篇幅');
  expect(joinReasons('请压缩篇幅', '请压缩篇幅')).toBe('请压缩篇幅');
});

test('after a story far down the queue comes the one behind it, not the first', async () => {
  stubWx({
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    cloud: {
      callFunction: ({ data }: { data: { input: { after: string | null } } }) => {
        const from = Number(data.input.after ?? 0);
        const stories = Array.from({ length: 20 }, (_, n) => aStoryView({ id: `s${from + n}` }));
        const value = { stories, after: from < 40 ? String(from + 20) : null };
        return Promise.resolve({ result: { ok: true, value } });
      },
    },
  });
  const queue = openQueue({ kind: null });
  await queue.read('s19');
  expect(queue.placeOf('s19')).toBe('20 / 40+');
  expect(queue.without('s19')?.id).toBe('s20');
});

test('of today an embargo begins with the next full hour, else at nine', () => {
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`);
  expect(clockFor('2026-11-23', at('10:20'))).toBe('11:00');
  expect(clockFor('2026-11-23', at('23:05'))).toBe('23:59');
  expect(clockFor('2026-11-24', at('10:20'))).toBe('09:00');
});
