import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** The current state of every story. */
export const stories: CollectionShape = {
  name: 'stories',
  indexes: [
    index('by_person', [
      ['peopleIds', 1],
      ['filedAt', -1],
      ['_id', -1],
    ]),
    // Newest-first lists read it backwards; a queue is read urgent, most overdue, oldest first.
    index('by_queue', [
      ['queueKeys', 1],
      ['isUrgent', -1],
      ['dueAt', 1],
      ['_id', 1],
    ]),
    // What waits for a stage that was freed is gone through by id.
    index('by_waiting', [
      ['queueKeys', 1],
      ['_id', 1],
    ]),
    index('by_unit', [
      ['unitId', 1],
      ['filedAt', -1],
      ['_id', -1],
    ]),
    index('by_tip', [['tipId', 1]]),
    index('by_alarm', [['alarmAt', 1]]),
    // Two units may share a short name, and so may two filings a moment: one of them tries again.
    { ...index('by_number', [['number', 1]]), unique: true },
    // Bulletins count a span; the desk's list reads it backwards.
    index('by_filing', [
      ['filedAt', 1],
      ['_id', 1],
    ]),
    index('by_state', [
      ['state', 1],
      ['filedAt', -1],
      ['_id', -1],
    ]),
  ],
  rule: closedToPhones,
};
