import { treeOf, type UnitView } from '../../../miniprogram/components/unit-picker/tree';
import { groupsOf } from '../../../miniprogram/admin/units/view';

const unit = (id: string, kind: UnitView['kind'], parentId: string | null): UnitView =>
  ({ id, name: id, kind, parentId, quotaClass: null }) as UnitView; // what the page reads of it

test('units stand under the kind of what is right below the root, each with all below itself', () => {
  const units = [
    unit('示例县', 'county', null),
    unit('城关镇', 'township_office', '示例县'),
    unit('经济界', 'sector', '示例县'),
    unit('城关工作室', 'studio', '城关镇'),
    { ...unit('河口镇', 'township_office', '示例县'), quotaClass: 'A' },
  ];
  const groups = groupsOf(treeOf(units));
  expect(groups.map(({ title, lines }) => [title, lines.map(({ id }) => id)])).toEqual([
    ['', ['示例县']],
    ['乡镇联工委', ['城关镇', '城关工作室', '河口镇']],
    ['界别', ['经济界']],
  ]);
  // Its kind is said where the title does not.
  expect(groups[1]?.lines[1]).toMatchObject({ depth: 1, about: '委员工作室' });
  expect(groups[1]?.lines[2]?.about).toBe('考核分类 A');
});
