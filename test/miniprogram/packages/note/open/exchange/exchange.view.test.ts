import type { NoteExchange } from '../../../../../../contract/note/note-shapes';
import {
  replyErrors,
  toExchangeView,
} from '../../../../../../miniprogram/packages/note/open/exchange/exchange.view';
import { RESPONSE_LIMITS } from '../../../../../../domain/note/response';
import { aNoteDetail } from '../../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const REPLY = {
  replyId: 'r',
  name: '李强',
  crewName: '三值',
  text: '我们值也这样',
  atMs: NOW,
  isMine: false,
  canRemove: false,
  removal: null,
};
const exchange = (given: Partial<NoteExchange> = {}): NoteExchange => ({
  canReply: true,
  hasThanked: false,
  replies: [],
  thanks: null,
  ...given,
});
const sharing = { atMs: NOW, isSigned: true, scope: 'branch' } as const;
const viewOf = (given?: NoteExchange, note = {}) =>
  toExchangeView(aNoteDetail({ sharing, exchange: given, ...note }), NOW);

test('what is not shared, and what older functions answer, has no exchange', () => {
  expect(toExchangeView(aNoteDetail(), NOW)).toBeNull();
});

test('a reader thanks, and takes it back', () => {
  const reader = { isMine: false };
  expect(viewOf(exchange(), reader)).toMatchObject({ canThank: true, thank: '谢谢你写的' });
  expect(viewOf(exchange({ hasThanked: true }), reader)).toMatchObject({
    hasThanked: true,
    thank: '谢过了，点这里收回',
    thanks: '',
  });
});

test('the author reads who has thanked, and no number', () => {
  const thanks = [
    { name: '李强', crewName: '三值' },
    { name: '孙玉梅', crewName: null },
  ];
  const view = viewOf(exchange({ hasThanked: null, thanks }));
  expect(view).toMatchObject({ canThank: false, thanks: '李强（三值）、孙玉梅 谢谢你写的。' });
  expect(JSON.stringify(view)).not.toMatch(/\d+ ?[人次条]/u);
  expect(viewOf(exchange({ hasThanked: null, thanks: [] }))?.thanks).toBe('还没有人谢过。');
});

test('a reply has who and when; one’s own can be taken back, or says why it was removed', () => {
  const removal = { byName: '孙玉梅', reason: '写了别人的私事', atMs: NOW };
  const replies = [
    { ...REPLY, canRemove: true },
    { ...REPLY, isMine: true },
    { ...REPLY, isMine: true, removal },
  ];
  expect(viewOf(exchange({ replies }))?.replies).toMatchObject([
    { who: '李强（三值）', when: '今天 9:00', canTakeBack: false, canRemove: true, removed: '' },
    { who: '你', canTakeBack: true, removed: '' },
    { canTakeBack: false, removed: '孙玉梅撤下的：写了别人的私事。现在只有你看得到。' },
  ]);
});

test('who shares without a name is told what a reply of theirs would say', () => {
  const unsigned = { sharing: { ...sharing, isSigned: false } };
  expect(viewOf(exchange({ hasThanked: null }), unsigned)?.signNote).toMatch(/^这一篇没有署名/u);
  expect(viewOf(exchange(), { ...unsigned, isMine: false })?.signNote).toMatch(/^回复写着/u);
});

test('the number of one’s own replies is that of the rule', () => {
  expect(replyErrors['too-many-own']).toContain(` ${RESPONSE_LIMITS.ofWriter} 条`);
});
