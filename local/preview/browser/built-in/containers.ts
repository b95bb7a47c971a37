import { defineBuiltIn } from './define';
import { type ExportedAnimation, playAnimation } from '../wx/animation';
import { followFinger, HOVER_ATTRIBUTES } from './hover';

/** Elements that show their children and react to little. */
export function defineContainers(): void {
  defineBuiltIn('view', {
    attributes: { ...HOVER_ATTRIBUTES, animation: null },
    create: (element) => {
      followFinger(element);
      let played: unknown;
      return {
        update: () => {
          const animation = element.attributes['animation'] as ExportedAnimation | null;
          if (animation === played || !Array.isArray(animation?.steps)) return;
          played = animation;
          playAnimation(element.host, animation);
        },
      };
    },
  });
  defineBuiltIn('text', {
    attributes: { selectable: false, userSelect: false, space: '', decode: false, overflow: '' },
    create: ({ host, attributes }) => ({
      update: () => {
        const selectable = attributes['userSelect'] === true || attributes['selectable'] === true;
        host.style.userSelect = selectable ? 'text' : '';
        host.style.whiteSpace = attributes['space'] === '' ? '' : 'pre-wrap';
      },
    }),
  });
  defineBuiltIn('cover-view', { attributes: { scrollTop: 0 } });
  defineBuiltIn('match-media', {
    attributes: { minWidth: 0, maxWidth: 0, width: 0, minHeight: 0, maxHeight: 0, orientation: '' },
    create: ({ host, attributes }) => ({
      update: () => {
        const { minWidth, maxWidth, orientation } = attributes as Record<string, number | string>;
        const queries = [
          minWidth ? `(min-width: ${minWidth}px)` : '',
          maxWidth ? `(max-width: ${maxWidth}px)` : '',
          orientation ? `(orientation: ${orientation})` : '',
        ].filter((query) => query !== '');
        host.hidden = !matchMedia(queries.join(' and ')).matches;
      },
    }),
  });
}
