import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
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

function draw(svg: string, color: string): Uint8Array {
  const colored = svg.replace('stroke="#000"', `stroke="${color}"`);
  return new Resvg(colored, { fitTo: { mode: 'width', value: TAB_ICON_SIZE } }).render().asPng();
}
