import UPNG from 'upng-js';
import { cardPicture, tabPictures } from '../../../tools/build/own-icons';

const COLORS = {
  light: { tabText: '#102030', tabSelected: '#c01020' },
  dark: { tabText: '#d0e0f0', tabSelected: '#ff8090' },
};

/** The dots of a picture that are wholly there, as colours. */
function colorsOf(png: Uint8Array): ReadonlySet<string> {
  const [frame = new ArrayBuffer(0)] = UPNG.toRGBA8(UPNG.decode(new Uint8Array(png).buffer));
  const dots = Buffer.from(frame);
  const solid = Array.from({ length: dots.length / 4 }, (_, index) => dots.subarray(4 * index))
    .filter((dot) => dot[3] === 255)
    .map((dot) => `#${dot.subarray(0, 3).toString('hex')}`);
  return new Set(solid);
}

describe('pictures of the tab bar', () => {
  const pictures = tabPictures('miniprogram/icons', COLORS);

  it('are drawn for each tab, by day and by night, chosen and not', () => {
    expect(pictures.size).toBe(20);
  });

  it.each([
    ['icons/tab/today-light.png', COLORS.light.tabText],
    ['icons/tab/branch-light-on.png', COLORS.light.tabSelected],
    ['icons/tab/inbox-dark.png', COLORS.dark.tabText],
    ['icons/tab/me-dark-on.png', COLORS.dark.tabSelected],
  ])('%s has the colour %s alone, in its shades', (name, color) => {
    expect(colorsOf(pictures.get(name) ?? new Uint8Array())).toEqual(new Set([color]));
  });

  it('are small: the first page waits for them', () => {
    for (const png of pictures.values()) expect(png.length).toBeLessThan(1024);
  });
});

describe('the picture of a card in a chat', () => {
  const picture = cardPicture('miniprogram/icons', COLORS);

  it('is five to four, as WeChat shows it, in two colours and small', () => {
    const { width, height } = UPNG.decode(new Uint8Array(picture).buffer);
    expect([width, height]).toEqual([500, 400]);
    expect(colorsOf(picture)).toContain(COLORS.light.tabSelected);
    expect(picture.length).toBeLessThan(8 * 1024);
  });
});
