import { isOn, textOf } from '../attribute-values';
import { askForButton } from '../wx/button-services';
import { enclosing } from '../box-of';
import { defineBuiltIn, partOf } from './define';
import { followFinger, HOVER_ATTRIBUTES } from './hover';

export function defineButton(): void {
  defineBuiltIn('button', {
    attributes: {
      ...HOVER_ATTRIBUTES,
      hoverClass: 'button-hover',
      hoverStartTime: 20,
      hoverStayTime: 70,
      size: 'default',
      type: 'default',
      plain: false,
      disabled: false,
      loading: false,
      formType: '',
      openType: '',
      lang: 'en',
      sessionFrom: '',
      sendMessageTitle: '',
      sendMessagePath: '',
      sendMessageImg: '',
      showMessageCard: false,
      appParameter: '',
      phoneNumberNoQuotaToast: true,
      needShowEntrance: true,
      entrancePath: '',
    },
    create: (element) => {
      const { node, host, attributes, fire } = element;
      followFinger(element);
      host.setAttribute('role', 'button');
      return {
        update: () => {
          host.dataset['type'] = textOf(attributes['type']);
          host.dataset['size'] = textOf(attributes['size']);
          host.toggleAttribute('plain', isOn(attributes['plain']));
          host.toggleAttribute('loading', isOn(attributes['loading']));
          host.toggleAttribute('disabled', isOn(attributes['disabled']));
          host.setAttribute('aria-disabled', String(isOn(attributes['disabled'])));
        },
        onTap: () => {
          if (isOn(attributes['disabled'])) return;
          const formType = textOf(attributes['formType']);
          if (formType === 'submit' || formType === 'reset') {
            partOf(enclosing(node, 'wx-form'))?.[formType === 'submit' ? 'activate' : 'reset']?.();
          }
          for (const openType of textOf(attributes['openType']).split('|')) {
            if (openType !== '') askForButton(openType, node, fire);
          }
        },
      };
    },
  });
}
