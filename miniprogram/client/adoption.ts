import type { CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { ask, command, sendCommand } from './call';

const send = <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  command('newsroom', call, input);

/** Says where a story was printed; the caller keeps the command's id until it is answered. */
export const reportAdoption = (commandId: string, input: InputOf<'adoption.report'>) =>
  sendCommand('newsroom', { call: 'adoption.report', commandId, input });

/** Enters a printing of a story, or of a work from outside. */
export const registerAdoption = (input: InputOf<'adoption.register'>) =>
  send('adoption.register', input);

/** The printings of a story, or what waits for the office. */
export const listAdoption = (input: InputOf<'adoption.list'>) =>
  ask('newsroom', 'adoption.list', input);

/** A printing's page. */
export const showAdoption = (input: InputOf<'adoption.show'>) =>
  ask('newsroom', 'adoption.show', input);

/** A report is true. */
export const verifyAdoption = (input: InputOf<'adoption.verify'>) => send('adoption.verify', input);

/** What was verified was printed otherwise. */
export const correctAdoption = (input: InputOf<'adoption.correct'>) =>
  send('adoption.correct', input);

/** A report is not true. */
export const rejectAdoption = (input: InputOf<'adoption.reject'>) => send('adoption.reject', input);

/** What was verified no longer counts. */
export const withdrawAdoption = (input: InputOf<'adoption.withdraw'>) =>
  send('adoption.withdraw', input);

/** Which printing of a work counts. */
export const chooseAdoption = (input: InputOf<'adoption.choose'>) => send('adoption.choose', input);

/** Reads and forwards as they are now. */
export const takeMetric = (input: InputOf<'metric.take'>) => send('metric.take', input);

/** Enters what counts without a printing. */
export const registerFact = (input: InputOf<'fact.register'>) => send('fact.register', input);

/** What was registered, the newest first. */
export const listFact = (input: InputOf<'fact.list'>) => ask('newsroom', 'fact.list', input);

/** A registered fact no longer counts. */
export const withdrawFact = (input: InputOf<'fact.withdraw'>) => send('fact.withdraw', input);

/** Stories and outside works that a fact can be about. */
export const findWork = (input: InputOf<'work.find'>) => ask('newsroom', 'work.find', input);
