import { numberOf, textOf } from '../attribute-values';
import { guarded } from '../errors';
import { navigation } from '../wx/navigation';
import { defineBuiltIn } from './define';
import { followFinger, HOVER_ATTRIBUTES } from './hover';

export function defineNavigator(): void {
  defineBuiltIn('navigator', {
    attributes: {
      ...HOVER_ATTRIBUTES,
      hoverClass: 'navigator-hover',
      target: 'self',
      url: '',
      openType: 'navigate',
      delta: 1,
    },
    create: (element) => {
      followFinger(element);
      const { attributes, fire } = element;
      return {
        onTap: () => {
          const callbacks = {
            success: (result: object) => fire('success', result),
            fail: (error: object) => fire('fail', error),
          };
          const options = { url: textOf(attributes['url']), ...callbacks };
          const openType = textOf(attributes['openType']);
          void guarded(`<navigator open-type="${openType}">`, () => {
            switch (openType) {
              case 'navigate':
                return navigation.navigateTo(options);
              case 'redirect':
                return navigation.redirectTo(options);
              case 'switchTab':
                return navigation.switchTab(options);
              case 'reLaunch':
                return navigation.reLaunch(options);
              case 'navigateBack':
                return navigation.navigateBack({
                  delta: numberOf(attributes['delta'], 1),
                  ...callbacks,
                });
              default:
                throw new Error('is not supported by the preview');
            }
          });
        },
      };
    },
  });
}
