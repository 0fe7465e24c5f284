import { listPerson } from '../../client/directory';
import { bylineWording } from '../wording/byline';
import { linesOf, type Credit } from './view';

type IndexTap = WechatMiniprogram.BaseEvent<object, { index: number }>;

/** The byline as the outlet printed it: who, in which order, and who of them is a journalist. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** Credit[] of the printing. */
    credits: { type: Array, value: [] as Credit[] },
    /** Credit[] of the work as it was filed. */
    filed: { type: Array, value: [] as Credit[] },
  },
  data: {
    lines: [] as ReturnType<typeof linesOf>['lines'],
    filedWords: '',
    suggestions: [] as { id: string; name: string }[],
    isAdding: false,
    text: bylineWording,
  },
  observers: {
    'credits, filed'(credits: Credit[], filed: Credit[]) {
      this.setData(linesOf(credits, filed));
    },
  },
  methods: {
    onAddTap() {
      this.setData({ isAdding: true });
    },

    onJournalistTap({ currentTarget }: IndexTap) {
      const { index } = currentTarget.dataset;
      this.change(
        this.data.credits.map((credit, place) =>
          place === index ? { ...credit, isJournalist: !credit.isJournalist } : credit,
        ),
      );
    },

    /** One place to the front: who comes first may have the first author's share. */
    onUpTap({ currentTarget }: IndexTap) {
      const { index } = currentTarget.dataset;
      const credits = [...this.data.credits];
      const [moved] = credits.splice(index, 1);
      if (moved) credits.splice(index - 1, 0, moved);
      this.change(credits);
    },

    onRemoveTap({ currentTarget }: IndexTap) {
      this.change(this.data.credits.filter((_, place) => place !== currentTarget.dataset.index));
    },

    onCreditAdd({ detail }: WechatMiniprogram.CustomEvent<Omit<Credit, 'isJournalist'>>) {
      this.setData({ suggestions: [], isAdding: false });
      this.change([...this.data.credits, { isJournalist: false, ...detail }]);
    },

    async onNameSearch({ detail }: WechatMiniprogram.CustomEvent<{ name: string }>) {
      const { name } = detail;
      const reply = name ? await listPerson({ unitId: null, name, after: null }) : undefined;
      this.setData({ suggestions: reply?.ok ? reply.value.people : [] });
    },

    change(credits: Credit[]) {
      this.triggerEvent('change', { change: { credits } });
    },
  },
});
