import { filingText } from '../../text/filing';

interface Suggestion {
  id: string;
  name: string;
}

type Part = keyof typeof filingText.parts;
type IndexEvent = WechatMiniprogram.BaseEvent<object, { index: number }>;

/** Who made the story and which part: the author first, others added by name. */
Component({
  options: { addGlobalClass: true },
  properties: {
    bylines: { type: Array, value: [] as { name: string; part: string }[] },
    /** People of the directory whose name begins as typed. */
    suggestions: { type: Array, value: [] as Suggestion[] },
  },
  data: {
    name: '',
    part: 'text' as Part,
    isJournalist: false,
    parts: Object.entries(filingText.parts).map(([part, words]) => ({ part, words })),
    placeholder: filingText.bylinePlaceholder,
  },
  methods: {
    onNameChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: detail.value });
      this.triggerEvent('search', { name: detail.value.trim() });
    },
    onPartTap({ currentTarget }: WechatMiniprogram.BaseEvent<object, { part: Part }>) {
      this.setData({ part: currentTarget.dataset.part });
    },
    onJournalistTap() {
      this.setData({ isJournalist: !this.data.isJournalist });
    },
    onSuggestionTap({ currentTarget }: IndexEvent) {
      const person = this.data.suggestions[currentTarget.dataset.index];
      if (person) this.add(person.name, person.id);
    },
    /** Somebody who is not in the directory may bear a byline too. */
    onAddTap() {
      const name = this.data.name.trim();
      if (name !== '') this.add(name, null);
    },
    onRemoveTap({ currentTarget }: IndexEvent) {
      this.triggerEvent('remove', { index: currentTarget.dataset.index });
    },
    add(name: string, personId: string | null) {
      const { part, isJournalist } = this.data;
      this.triggerEvent('add', { name, personId, part, ...(isJournalist && { isJournalist }) });
      this.setData({ name: '', isJournalist: false });
    },
  },
});
