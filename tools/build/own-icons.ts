import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import UPNG from 'upng-js';
import { iconRule } from './icon-rule';

/** Masks for those icons of ours that `text`, the templates and scripts of the app, names in quotes. */
export function iconStyle(folder: string, text: string): string {
  const quoted = new Set([...text.matchAll(/["']([a-z][a-z-]*)["']/gu)].map(([, word]) => word));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.svg') && quoted.has(file.slice(0, -4)))
    .map((file) =>
      iconRule(`.icon--${file.slice(0, -4)}`, readFileSync(`${folder}/${file}`, 'utf8')),
    )
    .join('\n');
}

/** Which icon stands on which tab. */
const TAB_ICONS = {
  today: 'calendar',
  studies: 'book',
  branch: 'people',
  inbox: 'message',
  me: 'person',
} as const;

/** WeChat's tab bar takes bitmaps only, at most 40 KB, 81 × 81 advised. */
const TAB_ICON_SIZE = 81;

export type TabColors = Readonly<
  Record<'light' | 'dark', { readonly tabText: string; readonly tabSelected: string }>
>;

/** Pictures of the tab bar in the colours of theme.json: 'icons/tab/<tab>-<mode>[-on].png'. */
export function tabPictures(folder: string, colors: TabColors): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  for (const [tab, icon] of Object.entries(TAB_ICONS)) {
    const svg = readFileSync(`${folder}/${icon}.svg`, 'utf8');
    for (const mode of ['light', 'dark'] as const) {
      const { tabText, tabSelected } = colors[mode];
      pictures.set(`icons/tab/${tab}-${mode}.png`, draw(svg, tabText));
      pictures.set(`icons/tab/${tab}-${mode}-on.png`, draw(svg, tabSelected));
    }
  }
  return pictures;
}

/** Of a card in a chat, which shows it at five to four. */
const CARD = { width: 500, height: 400, icon: 220 } as const;

/** What stands on a card that leads to a note: our sign, and nothing of whoever it is about. */
export function cardPicture(folder: string, { light }: TabColors): Uint8Array {
  const { width, height, icon } = CARD;
  const [, drawing = ''] =
    /<svg[^>]*>(.*)<\/svg>/su.exec(readFileSync(`${folder}/wind.svg`, 'utf8')) ?? [];
  const place = `translate(${(width - icon) / 2} ${(height - icon) / 2}) scale(${icon / 24})`;
  const card = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none">`,
    `<rect width="${width}" height="${height}" fill="${light.tabSelected}"/>`,
    `<g transform="${place}" stroke="#fff" stroke-width="1.75" stroke-linecap="round">${drawing}</g></svg>`,
  ].join('');
  const drawn = new Resvg(card, { fitTo: { mode: 'width', value: width } }).render();
  return withPalette(drawn.asPng());
}

function draw(svg: string, color: string): Uint8Array {
  const colored = svg.replace('stroke="#000"', `stroke="${color}"`);
  const drawn = new Resvg(colored, { fitTo: { mode: 'width', value: TAB_ICON_SIZE } }).render();
  return withPalette(drawn.asPng());
}

/** The same picture, not a dot of it changed: one colour in its shades needs no four bytes for each dot. */
function withPalette(png: Uint8Array): Uint8Array {
  const picture = UPNG.decode(new Uint8Array(png).buffer);
  const frames = UPNG.toRGBA8(picture);
  return new Uint8Array(UPNG.encode(frames, picture.width, picture.height, 0));
}
