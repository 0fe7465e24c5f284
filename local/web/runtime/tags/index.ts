/** All built-in tags. A tag that is not here throws with its name when a page is drawn. */
import type { Engine } from '../core/engine';
import type { Phone } from '../core/phone';
import { defineButton } from './button';
import { defineCanvas } from './canvas';
import { defineChoices } from './choice';
import { defineContainers } from './container';
import { defineFields } from './field';
import { defineForms } from './form';
import { defineImages } from './image';
import { defineMedia } from './media';
import { defineNavigator } from './navigator';
import { definePageMeta } from './page-meta';
import { definePicker } from './picker';
import { definePickerView } from './picker-view';
import { defineRichText } from './rich-text';
import { defineScrollView } from './scroll-view';
import { defineSwiper } from './swiper';

/** Names without `wx-`; templates may use these and declared components, nothing else. */
export const builtInTags: ReadonlySet<string> = new Set([
  'button',
  'canvas',
  'checkbox',
  'checkbox-group',
  'cover-image',
  'cover-view',
  'form',
  'icon',
  'image',
  'input',
  'label',
  'navigation-bar',
  'navigator',
  'page-meta',
  'picker',
  'picker-view',
  'picker-view-column',
  'progress',
  'radio',
  'radio-group',
  'rich-text',
  'root-portal',
  'scroll-view',
  'slider',
  'swiper',
  'swiper-item',
  'switch',
  'text',
  'textarea',
  'video',
  'view',
]);

/** Defines every tag in the engine's space. */
export function defineTags(engine: Engine, phone: Phone): void {
  const space = engine.componentSpace;
  defineContainers(space);
  defineImages(space);
  defineFields(space);
  defineForms(space);
  defineButton(space, phone);
  defineChoices(space);
  defineNavigator(space, phone);
  defineRichText(space);
  defineScrollView(space);
  defineSwiper(space);
  definePickerView(space);
  definePicker(space, phone);
  defineCanvas(space);
  defineMedia(space);
  definePageMeta(space, phone);
}
