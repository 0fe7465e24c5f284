import { channelKinds } from '../../channels/kinds';
import type { Routes } from '../routes';
import { changeChainHandler } from '../../handlers/chain/change-chain';
import { listChainHandler } from '../../handlers/chain/list-chain';
import { removeChainHandler } from '../../handlers/chain/remove-chain';
import { addChannelHandler } from '../../handlers/channel/add-channel';
import { changeChannelHandler } from '../../handlers/channel/change-channel';
import { listChannelHandler } from '../../handlers/channel/list-channel';
import { pauseChannelHandler } from '../../handlers/channel/pause-channel';
import { resumeChannelHandler } from '../../handlers/channel/resume-channel';
import { rotateChannelSecretHandler } from '../../handlers/channel/rotate-channel-secret';
import { showChannelHandler } from '../../handlers/channel/show-channel';
import { endDutyHandler } from '../../handlers/duty/end-duty';
import { grantDutyHandler } from '../../handlers/duty/grant-duty';
import { makeInviteHandler } from '../../handlers/invite/make-invite';
import { redeemInviteHandler } from '../../handlers/invite/redeem-invite';
import { addMembershipHandler } from '../../handlers/membership/add-membership';
import { endMembershipHandler } from '../../handlers/membership/end-membership';
import { foundOrganHandler } from '../../handlers/organ/found-organ';
import { addPersonHandler } from '../../handlers/person/add-person';
import { changePersonHandler } from '../../handlers/person/change-person';
import { leavePersonHandler } from '../../handlers/person/leave-person';
import { listDirectoryEventHandler } from '../../handlers/person/list-directory-event';
import { listPersonHandler } from '../../handlers/person/list-person';
import { showPersonHandler } from '../../handlers/person/show-person';
import { openSessionHandler } from '../../handlers/session/open-session';
import { addUnitHandler } from '../../handlers/unit/add-unit';
import { changeUnitHandler } from '../../handlers/unit/change-unit';
import { closeUnitHandler } from '../../handlers/unit/close-unit';
import { listUnitHandler } from '../../handlers/unit/list-unit';
import { listVacancyHandler } from '../../handlers/vacancy/list-vacancy';
import { listOutletHandler } from '../../handlers/outlet/list-outlet';
import { showOutletHandler } from '../../handlers/outlet/show-outlet';
import { addOutletHandler } from '../../handlers/outlet/add-outlet';
import { changeOutletHandler } from '../../handlers/outlet/change-outlet';

/** A handler for every call of the directory. */
export const routes: Routes<'directory'> = {
  'session.open': openSessionHandler,
  'organ.found': foundOrganHandler,
  'unit.list': listUnitHandler,
  'unit.add': addUnitHandler,
  'unit.change': changeUnitHandler,
  'unit.close': closeUnitHandler,
  'vacancy.list': listVacancyHandler,
  'person.list': listPersonHandler,
  'person.show': showPersonHandler,
  'directoryEvent.list': listDirectoryEventHandler,
  'person.add': addPersonHandler,
  'person.change': changePersonHandler,
  'person.leave': leavePersonHandler,
  'membership.add': addMembershipHandler,
  'membership.end': endMembershipHandler,
  'duty.grant': grantDutyHandler,
  'duty.end': endDutyHandler,
  'invite.make': makeInviteHandler,
  'invite.redeem': redeemInviteHandler,
  'chain.list': listChainHandler,
  'chain.change': changeChainHandler,
  'chain.remove': removeChainHandler,
  'outlet.list': listOutletHandler,
  'outlet.show': showOutletHandler,
  'outlet.add': addOutletHandler,
  'outlet.change': changeOutletHandler,
  'channel.list': listChannelHandler(channelKinds),
  'channel.show': showChannelHandler(channelKinds),
  'channel.add': addChannelHandler(channelKinds),
  'channel.change': changeChannelHandler(channelKinds),
  'channel.pause': pauseChannelHandler,
  'channel.resume': resumeChannelHandler,
  'channelSecret.rotate': rotateChannelSecretHandler,
};
