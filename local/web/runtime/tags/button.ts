import type { ComponentSpace } from 'glass-easel';

import type { Phone } from '../core/phone';
import { anything, defineTag, text, truth, type Bring, type Tag } from './define';
import { resetForm, submitForm } from './form';

/** What WeChat knows: these throw with their name where nobody serves them; other words do nothing. */
const OPEN_TYPES = new Set([
  'agreePrivacyAuthorization',
  'chooseAvatar',
  'contact',
  'createLiveActivity',
  'feedback',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'getUserInfo',
  'launchApp',
  'openSetting',
  'share',
]);

/** `<button>`: form types, open types by whoever serves them, WeChat's hover. */
export function defineButton(space: ComponentSpace, phone: Phone): void {
  const properties = {
    type: text('default'),
    size: text('default'),
    plain: truth(),
    disabled: truth(),
    loading: truth(),
    formType: text(),
    openType: text(),
    name: text(),
    hoverClass: text('button-hover'),
    lang: text('en'),
    sessionFrom: anything(),
    sendMessageTitle: anything(),
    sendMessagePath: anything(),
    sendMessageImg: anything(),
    showMessageCard: anything(),
    appParameter: anything(),
    phoneNumberNoQuotaToast: anything(),
    activityType: anything(),
    entrancePath: anything(),
    needShowEntrance: anything(),
  };
  defineTag(space, 'button', { properties, bring: (tag) => bringButton(tag, phone) });
}

const bringButton = (tag: Tag, phone: Phone): ReturnType<Bring> => {
  const look = () => {
    if (!tag.props.role && !tag.props.ariaRole) tag.dom.setAttribute('role', 'button');
    tag.dom.tabIndex = tag.is('disabled') ? -1 : 0;
    tag.dom.toggleAttribute('disabled', tag.is('disabled'));
    tag.dom.toggleAttribute('plain', tag.is('plain'));
    tag.dom.toggleAttribute('loading', tag.is('loading'));
    tag.dom.dataset.type = tag.str('type');
    tag.dom.dataset.size = tag.str('size');
  };
  look();
  tag.on('tap', () => {
    if (tag.is('disabled')) return;
    if (tag.str('formType') === 'submit') submitForm(tag.dom);
    if (tag.str('formType') === 'reset') resetForm(tag.dom);
    void serveOpenType(tag, phone);
  });
  // A keyboard reaches the button too, as on WeChat for PC.
  tag.dom.addEventListener('keydown', (event) => {
    if (event.target !== tag.dom || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    tag.component.triggerEvent('tap', {}, { bubbles: true, composed: true, capturePhase: true });
  });
  const changed = { disabled: look, plain: look, loading: look, type: look, size: look };
  return { changed };
};

async function serveOpenType(tag: Tag, phone: Phone): Promise<void> {
  const openType = tag.str('openType');
  if (!OPEN_TYPES.has(openType)) return;
  const server = phone.openTypeServer(openType);
  if (!server)
    throw new Error(`<button open-type="${openType}"> is not implemented in the browser`);
  const answer = await server({ ...tag.props, dataset: tag.component.dataset });
  if (answer) tag.fire(answer.event, answer.detail);
}
