import type { CommandName, InputOf } from '../../cloudfunctions/contract/index';
import { hearCloudTime } from '../platform/clock';
import { ask, command, type Reply } from './call';

const send = <Name extends CommandName>(call: Name, input: InputOf<Name>) =>
  command('directory', call, input);

/** Whose app this is, and who is holding the phone; it tells the time as well. */
export async function openSession(): Promise<Reply<'session.open'>> {
  const askedAt = Date.now();
  const reply = await ask('directory', 'session.open', {});
  if (reply.ok) hearCloudTime(reply.value.now, askedAt);
  return reply;
}

/** Sets up the deployment with the bootstrap code. */
export const foundOrgan = (input: InputOf<'organ.found'>) => send('organ.found', input);

/** Every open unit, the root first. */
export const listUnit = () => ask('directory', 'unit.list', {});

/** A unit below another; its id is made on the phone. */
export const addUnit = (input: InputOf<'unit.add'>) => send('unit.add', input);

/** Another name, class or place in the tree. */
export const changeUnit = (input: InputOf<'unit.change'>) => send('unit.change', input);

/** Closes an empty unit. */
export const closeUnit = (input: InputOf<'unit.close'>) => send('unit.close', input);

/** Units with no correspondent, or with more than two. */
export const listVacancy = () => ask('directory', 'vacancy.list', {});

/** People of a unit, or of all, by name; twenty a page. */
export const listPerson = (input: InputOf<'person.list'>) => ask('directory', 'person.list', input);

/** One person's page. */
export const showPerson = (input: InputOf<'person.show'>) => ask('directory', 'person.show', input);

/** What was done to a person or a unit. */
export const listDirectoryEvent = (input: InputOf<'directoryEvent.list'>) =>
  ask('directory', 'directoryEvent.list', input);

/** A new record of the directory; its id is made on the phone. */
export const addPerson = (input: InputOf<'person.add'>) => send('person.add', input);

/** A corrected name, standing or phone number. */
export const changePerson = (input: InputOf<'person.change'>) => send('person.change', input);

/** Ends a person's memberships, duties and binding. */
export const leavePerson = (input: InputOf<'person.leave'>) => send('person.leave', input);

/** One more unit for a person, or another word on who heads it. */
export const addMembership = (input: InputOf<'membership.add'>) => send('membership.add', input);

/** The person no longer belongs to the unit. */
export const endMembership = (input: InputOf<'membership.end'>) => send('membership.end', input);

/** A duty from today for a set of units. */
export const grantDuty = (input: InputOf<'duty.grant'>) => send('duty.grant', input);

/** The duty ends today. */
export const endDuty = (input: InputOf<'duty.end'>) => send('duty.end', input);

/** Makes a one-time code valid; the phone made it. */
export const makeInvite = (input: InputOf<'invite.make'>) => send('invite.make', input);

/** Binds this phone to the person of a code. */
export const redeemInvite = (input: InputOf<'invite.redeem'>) => send('invite.redeem', input);
