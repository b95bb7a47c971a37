import { numberOf, textOf } from '../attribute-values';
import { defineBuiltIn, innerElement } from './define';

/** WeUI draws the same set of names. */
export function defineIcon(): void {
  defineBuiltIn('icon', {
    attributes: { type: '', size: 23, color: '' },
    create: ({ host, attributes }) => {
      const icon = innerElement(host, 'i');
      return {
        update: () => {
          icon.className = `weui-icon-${textOf(attributes['type']).replaceAll('_', '-')}`;
          const size = textOf(attributes['size']);
          const length = /[a-z]/.test(size) ? size : `${numberOf(size, 23)}px`;
          icon.style.width = length;
          icon.style.height = length;
          icon.style.color = textOf(attributes['color']);
        },
      };
    },
  });
}
