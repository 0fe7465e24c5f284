import { api } from '../api';
import { ApiFault } from '../fault';
import type { WxContext } from '../context';
import { askByDialog, makeField } from '../overlay/dialog';
import { make } from '../overlay/layer';
import { wording } from '../wording';

type Choice = 'accept' | 'reject';

/** Templates a call; source: documentation of requestSubscribeMessage. */
const TEMPLATES_MAX = 3;
/** Its documented errCodes: too many templates, no template. */
const TOO_MANY_ERRCODE = 20003;
const NO_TEMPLATE_ERRCODE = 10001;

/** Subscription messages: a dialog with a box a template, and choices that may be kept. */
export function createSubscribe({ host, frame }: WxContext) {
  const key = `wx-subscriptions:${frame.frame}`;
  // Only this module writes the key.
  const kept = () => JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Choice>;
  const ask = async (templateIds: string[]): Promise<Record<string, Choice>> => {
    const list = make('div', '');
    const boxes = templateIds.map((id) => {
      const box = addBox(list, wording.subscribeTemplate(id));
      box.checked = true;
      return [id, box] as const;
    });
    const remember = addBox(list, wording.rememberChoice);
    const isAllowed = await askByDialog(host, {
      title: wording.subscribeTitle,
      content: list,
      confirmText: wording.allow,
      cancelText: wording.cancel,
      hasCancel: true,
    });
    const choices = boxes.map(
      ([id, box]) => [id, isAllowed && box.checked ? 'accept' : 'reject'] as const,
    );
    const chosen = Object.fromEntries<Choice>(choices);
    if (remember.checked) localStorage.setItem(key, JSON.stringify({ ...kept(), ...chosen }));
    return chosen;
  };
  return {
    /** Kept choices by template id, as getSetting tells them. */
    kept,
    /** Test's knob: forgets all kept choices. */
    forget: () => localStorage.removeItem(key),
    apis: {
      requestSubscribeMessage: api('requestSubscribeMessage', async ({ tmplIds }) => {
        // The typings say any[]; the documentation says strings.
        const templateIds = [...new Set(tmplIds as string[])];
        if (templateIds.length === 0) {
          throw new ApiFault('TmplIds can not be empty', { errCode: NO_TEMPLATE_ERRCODE });
        }
        if (templateIds.length > TEMPLATES_MAX) {
          throw new ApiFault('Templates count out of max bounds', { errCode: TOO_MANY_ERRCODE });
        }
        const known = kept();
        const open = templateIds.filter((id) => known[id] === undefined);
        const answers = open.length > 0 ? { ...known, ...(await ask(open)) } : known;
        return Object.fromEntries(templateIds.map((id) => [id, answers[id] ?? 'reject']));
      }),
    },
  };
}

function addBox(list: HTMLElement, label: string): HTMLInputElement {
  const box = makeField(label, 'checkbox');
  if (box.parentElement) list.append(box.parentElement);
  return box;
}
