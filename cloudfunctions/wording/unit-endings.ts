/** Endings left out of a unit's short name in story numbers (题签); the longest fitting first. */
export const unitEndings = [
  '镇人大主席团',
  '乡人大主席团',
  '街道联工委',
  '镇联工委',
  '乡联工委',
  '委员工作室',
  '委员会',
  '联工委',
  '议事室',
  '工作室',
  '办公室',
  '界别',
  '界',
];
