import { textOf } from '../attribute-values';
import { packageUrl } from '../package-url';
import { topPage } from '../page-stack';
import { defineBuiltIn, innerElement } from './define';

const FIT: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

export function defineImage(): void {
  defineBuiltIn('image', {
    attributes: {
      src: '',
      mode: 'scaleToFill',
      lazyLoad: false,
      webp: false,
      showMenuByLongpress: false,
      fadeIn: false,
    },
    create: ({ host, attributes, fire }) => {
      const image = innerElement(host, 'img');
      image.alt = '';
      let shown = '';
      image.addEventListener('load', () => {
        fire('load', { width: image.naturalWidth, height: image.naturalHeight });
      });
      image.addEventListener('error', () => {
        fire('error', { errMsg: `GET ${shown} failed` });
      });
      return {
        update: () => {
          const mode = textOf(attributes['mode']);
          host.dataset['mode'] = mode;
          image.style.objectFit = FIT[mode] ?? 'none';
          image.style.objectPosition = FIT[mode] === undefined ? mode : '';
          const source = textOf(attributes['src']);
          if (source === shown) return;
          shown = source;
          if (source === '') image.removeAttribute('src');
          else image.src = packageUrl(source, topPage()?.path ?? '');
        },
      };
    },
  });
}
