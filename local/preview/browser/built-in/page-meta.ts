import { textOf } from '../attribute-values';
import { onSettingChange } from '../settings';
import { applyRootFontSize, callPage } from '../page-frame';
import { livingPages, topPage } from '../page-stack';
import { fontSizePx } from '../theme';
import { inlineUnits } from '../units';
import { type BuiltIn, type BuiltInPart, defineBuiltIn } from './define';

/** Settings of the whole page: font sizes, style and background of the page's root. */
export function definePageMeta(): void {
  defineBuiltIn('page-meta', {
    attributes: {
      backgroundTextStyle: '',
      backgroundColor: '',
      backgroundColorTop: '',
      backgroundColorBottom: '',
      rootBackgroundColor: '',
      scrollTop: '',
      scrollDuration: 300,
      pageStyle: '',
      pageFontSize: '',
      rootFontSize: '',
      pageOrientation: '',
    },
    create,
  });
}

function create({ host, attributes }: BuiltIn): BuiltInPart {
  const update = (): void => {
    const root = host.closest<HTMLElement>('wx-page-root');
    if (root === null) return;
    const pageFontSize = textOf(attributes['pageFontSize']);
    const size = pageFontSize === 'system' ? `${fontSizePx()}px` : pageFontSize;
    const background = textOf(attributes['rootBackgroundColor']);
    root.style.cssText = inlineUnits(
      [
        textOf(attributes['pageStyle']),
        size === '' ? '' : `font-size:${size}`,
        background === '' ? '' : `background:${background}`,
      ].join(';'),
    );
    const frame = livingPages().find(({ element }) => element.contains(host));
    if (frame === undefined) return;
    frame.rootFontSize = textOf(attributes['rootFontSize']) || undefined;
    if (frame === topPage()) applyRootFontSize(frame);
  };
  onSettingChange('fontScale', () => {
    update();
    const top = topPage();
    if (top?.element.contains(host)) {
      callPage(top, 'onResize', { size: { windowWidth: innerWidth, windowHeight: innerHeight } });
    }
  });
  return { attached: () => requestAnimationFrame(update), update };
}
