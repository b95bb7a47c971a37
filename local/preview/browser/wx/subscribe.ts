import { tellDesk } from '../desk-link';
import { settings } from '../settings';
import { requireTap } from '../tap-state';
import { WxFailure, wxCall } from './call';
import { viaNetwork } from './phone-network';
import { afterClick, openLayer, textElement } from './dialogs';

/** As documented for one call. */
const MAX_TEMPLATES = 5;
const key = `phone:${settings.phone}::subscriptions`;

type Choice = 'accept' | 'reject';

interface Template {
  readonly templateId: string;
  readonly title: string;
}

interface KeptSubscriptions {
  mainSwitch: boolean;
  /** Choices that the person wants to keep: the dialog is not shown for these again. */
  items: Record<string, Choice>;
}

export const subscriptions = {
  requestSubscribeMessage: wxCall(
    'requestSubscribeMessage',
    async ({ tmplIds }: { tmplIds: string[] }) => {
      requireTap();
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) {
        throw new WxFailure('TmplIds can not be empty', { errCode: 10001 });
      }
      if (tmplIds.length > MAX_TEMPLATES) {
        throw new WxFailure('Templates count out of max bounds', { errCode: 20003 });
      }
      if (!keptSubscriptions().mainSwitch) {
        throw new WxFailure('The main switch is switched off', { errCode: 20004 });
      }
      const { templates } = await viaNetwork<{ templates: Template[] }>(() =>
        fetch('/preview/templates'),
      );
      const asked = tmplIds.map((id) => {
        const known = templates.find(({ templateId }) => templateId === id);
        if (known === undefined) {
          throw new WxFailure('No template data return, verify the template id exist', {
            errCode: 20001,
          });
        }
        return known;
      });
      await afterClick();
      const choices = await ask(asked);
      await viaNetwork(() =>
        fetch('/preview/subscribe', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-phone': encodeURIComponent(settings.phone),
          },
          body: JSON.stringify({ choices }),
        }),
      );
      tellDesk('subscribe', { choices });
      return choices;
    },
  ),
};

export function keptSubscriptions(): KeptSubscriptions {
  const text = localStorage.getItem(key);
  return text === null ? { mainSwitch: true, items: {} } : (JSON.parse(text) as KeptSubscriptions);
}

export function keepSubscriptions(kept: KeptSubscriptions): void {
  localStorage.setItem(key, JSON.stringify(kept));
}

/** The dialog from below, one switch per template; kept choices are not asked again. */
async function ask(templates: readonly Template[]): Promise<Record<string, Choice>> {
  const kept = keptSubscriptions();
  const choices: Record<string, Choice> = {};
  for (const { templateId } of templates) {
    const before = kept.items[templateId];
    if (before !== undefined) choices[templateId] = before;
  }
  const open = templates.filter(({ templateId }) => choices[templateId] === undefined);
  if (open.length === 0) return choices;

  const { element, box } = openLayer('phone-sheet', 'dialog');
  box.append(textElement('h3', '订阅消息'), textElement('p', '允许发送一次以下消息'));
  const boxes = open.map(({ templateId, title }) => addCheck(box, title, templateId, true));
  const keep = addCheck(box, '总是保持以上选择，不再询问', 'keep', false);
  return new Promise((resolve) => {
    const answer = (allowed: boolean) => (): void => {
      element.remove();
      for (const each of boxes) choices[each.name] = allowed && each.checked ? 'accept' : 'reject';
      if (keep.checked) keepSubscriptions({ ...kept, items: { ...kept.items, ...choices } });
      resolve(choices);
    };
    const refuse = textElement('button', '取消');
    refuse.addEventListener('click', answer(false));
    const allow = textElement('button', '允许');
    allow.addEventListener('click', answer(true));
    box.append(allow, refuse);
  });
}

function addCheck(
  box: HTMLElement,
  text: string,
  name: string,
  checked: boolean,
): HTMLInputElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = name;
  input.checked = checked;
  label.append(input, text);
  box.append(label);
  return input;
}
