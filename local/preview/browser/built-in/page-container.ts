import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn, type BuiltInPart, defineBuiltIn } from './define';

export function definePageContainer(): void {
  defineBuiltIn('page-container', {
    attributes: {
      show: false,
      duration: 300,
      zIndex: 100,
      overlay: true,
      position: 'bottom',
      round: false,
      closeOnSlideDown: false,
      overlayStyle: '',
      customStyle: '',
    },
    create,
  });
}

/** A page within the page: covers it, and a tap beside it closes it. */
function create({ host, attributes, set, fire }: BuiltIn): BuiltInPart {
  let wasShown = false;
  const overlay = document.createElement('div');
  overlay.className = 'wx-page-container-overlay';
  overlay.addEventListener('click', () => {
    fire('clickoverlay');
    set({ show: false });
  });
  return {
    update: () => {
      const shown = isOn(attributes['show']);
      host.toggleAttribute('show', shown);
      host.toggleAttribute('round', isOn(attributes['round']));
      host.dataset['position'] = textOf(attributes['position']);
      host.style.zIndex = String(numberOf(attributes['zIndex'], 100));
      if (shown && isOn(attributes['overlay'])) host.before(overlay);
      else overlay.remove();
      if (shown === wasShown) return;
      wasShown = shown;
      fire(shown ? 'beforeenter' : 'beforeleave');
      fire(shown ? 'enter' : 'leave');
      fire(shown ? 'afterenter' : 'afterleave');
    },
    detached: () => overlay.remove(),
  };
}
