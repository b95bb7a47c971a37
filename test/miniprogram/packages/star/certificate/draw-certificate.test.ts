import { drawCertificate } from '../../../../../miniprogram/packages/star/certificate/draw-certificate';
import { drawPoster } from '../../../../../miniprogram/packages/star/certificate/draw-poster';
import type { PaperCanvas } from '../../../../../miniprogram/packages/star/certificate/paper';

const CERTIFICATE = {
  mark: '清 风',
  caption: '每月之星',
  name: '许文静',
  place: '运行支部 一值',
  deed: '',
  issuer: '运行支部委员会',
  day: '2026年3月12日',
  number: '编号 1',
};

/** Words in the order in which they are written. */
function writtenFor(deed: string, draw = drawCertificate, before = 4): readonly string[] {
  const written: string[] = [];
  const context = new Proxy(
    {},
    {
      get: (_, name) => (text: string) => {
        if (name === 'fillText') written.push(text);
      },
      set: () => true,
    },
  );
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as PaperCanvas;
  draw(canvas, { ...CERTIFICATE, deed });
  return written.slice(before, -3);
}

test.each([
  ['听出泵声不对', ['听出泵声不对']],
  ['一'.repeat(20), ['一'.repeat(20)]],
  ['一'.repeat(21), ['一'.repeat(20), '一']],
  ['2月14日' + '一'.repeat(17), ['2月14日' + '一'.repeat(16), '一']],
  ['一'.repeat(60), Array(3).fill('一'.repeat(20))],
  ['上一行\n下一行', ['上一行下一行']],
  // 避头尾: what closes begins no line, what opens ends none, and the line before gives a letter away.
  ['一'.repeat(19) + '二，三', ['一'.repeat(19), '二，三']],
  ['一'.repeat(19) + '二。”三', ['一'.repeat(19), '二。”三']],
  ['一'.repeat(18) + '二……三', ['一'.repeat(18), '二……三']],
  ['一'.repeat(19) + '《规程》', ['一'.repeat(19), '《规程》']],
  ['一'.repeat(19) + '，二', ['一'.repeat(19) + '，', '二']],
  ['，'.repeat(21), ['，'.repeat(20), '，']],
])('a deed of %s is broken into lines that fit', (deed, lines) => {
  expect(writtenFor(deed)).toEqual(lines);
});

/** The size of the letters of a name. */
function sizeOf(name: string, draw: typeof drawCertificate): number {
  let font = '';
  let size = 0;
  const context = new Proxy(
    {},
    {
      get: (_, what) => (text: string) => {
        if (what === 'fillText' && text === name) size = Number(/ (\d+)px/u.exec(font)?.[1]);
      },
      set: (_, what, value: string) => {
        if (what === 'font') font = value;
        return true;
      },
    },
  );
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as PaperCanvas;
  draw(canvas, { ...CERTIFICATE, name });
  return size;
}

test.each([
  { what: 'certificate', draw: drawCertificate, usual: 132, room: 860 },
  { what: 'poster', draw: drawPoster, usual: 148, room: 840 },
])('a name of any length stands whole on a $what', ({ draw, usual, room }) => {
  expect(sizeOf('许文静', draw)).toBe(usual);
  for (const name of ['迪丽努尔阿不都热合曼', '甲'.repeat(30)]) {
    expect(sizeOf(name, draw) * Array.from(name).length).toBeLessThanOrEqual(room);
  }
});

test('a deed that is longer than there is room says so', () => {
  const lines = writtenFor('一'.repeat(61));
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe(`${'一'.repeat(19)}…`);
});

test('a poster has room for more of the deed, and says so as well when there is none', () => {
  expect(writtenFor('一'.repeat(18), drawPoster, 3)).toContain('一'.repeat(17));
  expect(writtenFor('一'.repeat(86), drawPoster, 3)).toContain(`${'一'.repeat(16)}…`);
});
