import { withLocalIcons } from '../../../tools/build/tdesign';

const STYLE = [
  '@font-face{font-family:t;src:url(https://cdn/t.woff)}',
  ...['check', 'check-rectangle-filled', 'minus-rectangle-filled', 'close', 'wifi'].map(
    (name) => `.t-icon-${name}:before{content:'\\e000';}`,
  ),
].join('\n');

const iconsFor = (...texts: string[]): readonly string[] =>
  [...withLocalIcons(STYLE, texts).matchAll(/\.t-icon-([\w-]+):before/gu)].map(
    ([, name = '']) => name,
  );

it('takes the icons whose names stand in quotes', () => {
  expect(iconsFor('<t-icon name="close" />', "icon: 'check'")).toEqual(['check', 'close']);
});

it('takes the icons whose names TDesign puts together', () => {
  const template = `<t-icon name="{{half ? ('minus-' + icon + '-filled') : ('check-' + icon + '-filled')}}" />`;
  expect(iconsFor(template)).toEqual(['check-rectangle-filled', 'minus-rectangle-filled']);
});

it('takes nothing from a network', () => {
  expect(withLocalIcons(STYLE, ['"check"'])).not.toContain('cdn');
});
