/** Administration, export, channels, bulletins and the clock under failures one by one. */
import { contract } from '../../../cloudfunctions/contract';
import { acts } from '../../support/faults/fault-acts';
import { deskActs } from '../../support/faults/fault-acts-desk';
import { officeActs } from '../../support/faults/fault-acts-office';
import { roomOfActs, testFailures, testJumps, testStorage } from '../../support/faults/fault-tests';

/** It needs a cloud without an organ; and takes as many steps as its time allows, so no two compare. */
const noActs = ['organ.found', 'rulebook.try'];

test('every call that writes is an act', () => {
  const called = Object.keys(acts).map((name) => name.split(' ')[0]);
  const commands = Object.entries(contract).filter(([, { kind }]) => kind === 'command');
  const missing = commands.flatMap(([name]) => (called.includes(name) ? [] : [name]));
  expect(missing.sort()).toEqual(noActs);
});

const rooms = roomOfActs();
testFailures(rooms, Object.keys(deskActs));
// They write as those do, so a third of their requests is tried.
testFailures(rooms, Object.keys(officeActs), 3);
const papers = { 'bulletin.export as xlsx': 1, 'bulletin.export as docx': 1 };
testStorage(rooms, { 'roster.import': 1, 'message.export': 1, ...papers });
testJumps(rooms, Object.keys(deskActs));
