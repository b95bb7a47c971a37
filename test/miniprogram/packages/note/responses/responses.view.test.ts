import {
  toResponseRows,
  toResponsesView,
} from '../../../../../miniprogram/packages/note/responses/responses.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const REPLY = {
  responseId: 'r',
  kind: 'reply',
  noteId: 'note',
  noteTitle: '多问一句',
  text: '我们值也这样',
  atMs: NOW,
  removal: null,
} as const;
const page = (...responses: Parameters<typeof toResponseRows>[0]['responses']) => ({
  nowMs: NOW,
  responses,
  nextCursor: null,
});

test('a reply that stands is opened and taken back, also where its note is out of sight', () => {
  expect(toResponseRows(page(REPLY, { ...REPLY, noteTitle: null }), NOW)).toMatchObject([
    { noteId: 'note', about: '回复 · 多问一句', when: '今天 9:00', canTakeBack: true },
    { noteId: '', about: '回复 · 这一篇不再分享，话只留在你这里', canTakeBack: true },
  ]);
});

test('what was removed says by whom and why; thanks are taken back here too', () => {
  const removal = { byName: '孙玉梅', reason: '写了别人的私事', atMs: NOW };
  const rows = toResponseRows(page({ ...REPLY, removal }, { ...REPLY, kind: 'thanks' }), NOW);
  expect(rows).toMatchObject([
    { removed: '孙玉梅撤下的：写了别人的私事', canTakeBack: false },
    { about: '谢过 · 多问一句', canTakeBack: true },
  ]);
});

test('who has given nothing is told where to', () => {
  const state = { kind: 'known', output: page(), asOfAtMs: null } as const;
  expect(toResponsesView(state, null, NOW)).toMatchObject({ kind: 'empty' });
});

test('what stands below a note of the branch before is said to be seen there, and is taken back', () => {
  const elsewhere = { ...REPLY, noteTitle: null, isSharedElsewhere: true };
  const removal = { byName: '孙玉梅', reason: '写了别人的私事', atMs: NOW };
  const rows = toResponseRows(
    page(elsewhere, { ...elsewhere, kind: 'thanks' }, { ...elsewhere, removal }),
    NOW,
  );
  expect(rows).toMatchObject([
    {
      noteId: '',
      about: '回复 · 在你原来的支部还分享着，那里的人看得到这句话。不想留就收回',
      canTakeBack: true,
    },
    { about: '谢过 · 在你原来的支部还分享着，作者看得到你谢过', canTakeBack: true },
    { about: '回复 · 这一篇不再分享，话只留在你这里', canTakeBack: false },
  ]);
});
