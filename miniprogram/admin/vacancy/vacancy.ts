import { listVacancy } from '../../client/directory';
import { openPage } from '../../pages/open-page';
import { readPage } from '../../platform/read-page';
import { unitKindText, vacancyText } from '../wording/admin';
import { replyWords } from '../../text/reply';

Page({
  ...readPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    empty: '',
    /** What helps where no unit is to have anybody. */
    action: '',
    lines: [] as { id: string; name: string; kind: string; words: string; isVacant: boolean }[],
  },

  onUnitTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/people/people?unitId=${event.currentTarget.dataset.id}`);
  },

  onUnitsTap() {
    openPage('/admin/units/units');
  },

  async read() {
    const reply = await listVacancy();
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const lines = reply.value.units.map(({ unit, correspondents }) => ({
      ...{ id: unit.id, name: unit.name, kind: unitKindText[unit.kind] },
      isVacant: correspondents === 0,
      words: correspondents === 0 ? vacancyText.none : vacancyText.many(correspondents),
    }));
    const { owing } = reply.value;
    const empty = owing === 0 ? vacancyText.unitless : vacancyText.filled(owing);
    const action = owing === 0 ? vacancyText.toUnits : '';
    this.setData({ lines, empty, action, isLoading: false, message: '' });
  },
});
