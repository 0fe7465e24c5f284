import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { keptAnswer, openKeptSession } from '../../client/kept-answers';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { appVersion, openPrivacyGuide } from '../../platform/about';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { staleWords } from '../../text/failure';
import { mineText } from '../../text/mine';
import { replyWords } from '../../text/reply';
import { openPage } from '../open-page';
import { scanPage } from '../scan-page';
import { tabPage } from '../tab-page';
import { unitIdsOf, viewOfMine, type MineView } from './view';

Page({
  ...tabPage,

  data: {
    fontScale: 1,
    waiting: '',
    view: null as MineView | null, // null until somebody is known
    message: '',
    stale: '',
    version: mineText.version(appVersion()),
  },

  unitNames: {} as Record<string, string>,

  onLoad() {
    this.unitNames = keptUnitNames();
    this.setData({ fontScale: fontScale() });
    const kept = keptAnswer('session.open');
    if (kept?.value.person && this.knowsUnits(kept.value)) this.show(kept.value);
  },

  onPageTap({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, { url: string }>) {
    openPage(currentTarget.dataset.url);
  },

  async onScanTap() {
    const url = await scanPage();
    if (url) openPage(url);
  },

  onUnitTap(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    openPage(`/admin/people/people?unitId=${event.currentTarget.dataset.id}`);
  },

  onPrivacyTap() {
    void openPrivacyGuide();
  },

  async read() {
    const reply = await openKeptSession();
    if (!reply.ok) {
      this.showTrouble(replyWords(reply));
      return;
    }
    this.setData({ message: '', stale: '' });
    if (!this.knowsUnits(reply.value)) this.unitNames = await readUnitNames();
    this.show(reply.value);
  },

  knowsUnits(session: ValueOf<'session.open'>): boolean {
    return unitIdsOf(session).every((unitId) => unitId in this.unitNames);
  },

  show(session: ValueOf<'session.open'>) {
    this.setData({ view: viewOfMine(session, this.unitNames) });
  },

  showTrouble(words: string) {
    const kept = keptAnswer('session.open');
    if (!kept || !(this.data.view ?? kept.value.person)) {
      this.setData({ message: words });
      return;
    }
    if (!this.data.view) this.show(kept.value);
    this.setData({ stale: staleWords(kept.keptAt, cloudNow()) });
  },
});
