import type { InputOf } from '../../../cloudfunctions/contract/index';
import { grantDuty, listUnit, showPerson } from '../../client/directory';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { adminText, dutyFormText } from '../wording/admin';
import { dutyText } from '../../text/people';
import { replyWords, whyNot } from '../../text/reply';
import { namesOf, treeOf, type TreeLine } from '../../components/unit-picker/tree';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
type Duty = InputOf<'duty.grant'>['duty'];

const duties = Object.entries(dutyText).map(([value, words]) => ({ value, words }));
const stages = dutyFormText.stages.map((words, index) => ({ value: String(index + 1), words }));

Page({
  ...formPage,

  data: {
    ...formFields,
    duties,
    stages,
    duty: '' as Duty | '', // '' until one is chosen
    stage: '',
    unitIds: [] as string[],
    unitNames: '',
    units: [] as TreeLine[],
    isPicking: false,
    missing: dutyFormText.dutyMissing,
  },

  personId: '',
  /** Units the person belongs to: what a correspondent usually files for. */
  ownIds: [] as string[],

  onLoad({ id = '' }: { id?: string }) {
    this.personId = id;
    this.setData({ fontScale: fontScale() });
    void this.read();
  },

  onDutyChange(event: Change<{ chosen: Duty[] }>) {
    const duty = event.detail.chosen[0] ?? '';
    const rootIds = this.data.units.slice(0, 1).map(({ id }) => id);
    this.fill({ duty, unitIds: duty === 'correspondent' ? this.ownIds : rootIds });
  },

  onStageChange(event: Change<{ chosen: string[] }>) {
    this.fill({ stage: event.detail.chosen[0] ?? '' });
  },

  onUnitsTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onUnitsChoose(event: Change<{ ids: string[] }>) {
    this.setData({ isPicking: false });
    this.fill({ unitIds: event.detail.ids });
  },

  async onGrantTap() {
    const { duty } = this.data;
    if (duty !== '') await this.send(() => this.grant(duty), adminText.saved);
  },

  async grant(duty: Duty): Promise<string> {
    const { stage, unitIds } = this.data;
    const reply = await grantDuty({
      ...{ personId: this.personId, duty, unitIds },
      stage: duty === 'reviewer' ? Number(stage) : null,
    });
    return whyNot(reply);
  },

  async read() {
    const [shown, units] = await Promise.all([showPerson({ personId: this.personId }), listUnit()]);
    if (!shown.ok || !units.ok) {
      const failed = shown.ok ? units : shown;
      if (!failed.ok) this.setData({ message: replyWords(failed), isLoading: false });
      return;
    }
    this.ownIds = shown.value.person.memberships.map(({ unitId }) => unitId);
    this.setData({ units: treeOf(units.value.units), isLoading: false, message: '' });
  },

  fill(change: Partial<Pick<typeof this.data, 'duty' | 'stage' | 'unitIds'>>) {
    const { duty, stage, unitIds, units } = { ...this.data, ...change };
    const names = namesOf(units);
    const lacks: [boolean, string][] = [
      [duty === '', dutyFormText.dutyMissing],
      [duty === 'reviewer' && stage === '', dutyFormText.stageMissing],
      [unitIds.length === 0, dutyFormText.unitsMissing],
    ];
    const missing = lacks.find(([isMissing]) => isMissing)?.[1] ?? '';
    const unitNames = unitIds.map((id) => names[id] ?? '').join(dutyFormText.between);
    this.setData({ ...change, missing, unitNames, refused: '' });
  },
});
