import { create } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { planFile } from './plan-file';

/** Rows in one transaction: a second of writing at most. */
const rowsAtOnce = 30;

/**
 * `roster.import`: the next rows of a clean file. Every row's id follows from the file and its
 * number, so a step that is repeated, or a second phone with the same file, adds nothing twice.
 */
export const importRosterHandler: CommandHandler<'roster.import'> = async ({ file }, scene) => {
  const planned = await planFile(file, scene);
  if (planned.refusal !== undefined) return refused(planned.refusal);
  const { plan, asker } = planned;
  if (plan.problems.length > 0) return refused('roster_unclean');
  const units = plan.units.slice(0, rowsAtOnce);
  const people = plan.people.slice(0, rowsAtOnce - units.length);
  const added = [...units, ...people];
  return commitChanges(scene, {
    changes: [
      ...units.map((unit) => create('units', unit)),
      ...people.map((person) => create('people', person)),
      ...added.map(({ _id }) =>
        create('directory_events', {
          ...{ _id: `${_id}-import`, at: scene.now, byId: asker._id },
          ...{ act: scene.command.call, subjectId: _id },
        }),
      ),
    ],
    subjectId: file.sha256,
    byId: asker._id,
    value: {
      units: units.length,
      people: people.length,
      left: plan.units.length + plan.people.length - added.length,
    },
  });
};
