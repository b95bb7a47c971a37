import { isOn } from '../attribute-values';
import { defineBuiltIn } from './define';

/** Lifts its children out of the page's scroller, above everything else of the page. */
export function defineRootPortal(): void {
  defineBuiltIn('root-portal', {
    attributes: { enable: true },
    create: ({ host, attributes }) => {
      const anchor = document.createComment('root-portal');
      const place = (): void => {
        const viewport = (anchor.isConnected ? anchor.parentElement : host.parentElement)?.closest(
          '.phone-page__viewport',
        );
        if (!viewport) return;
        if (isOn(attributes['enable']) && !anchor.isConnected) {
          host.before(anchor);
          viewport.append(host);
        } else if (!isOn(attributes['enable']) && anchor.isConnected) {
          anchor.replaceWith(host);
        }
      };
      return {
        attached: () => requestAnimationFrame(place),
        update: place,
        detached: () => {
          anchor.remove();
          host.remove();
        },
      };
    },
  });
}
