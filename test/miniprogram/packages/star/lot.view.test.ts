import { createHmac } from 'node:crypto';
import { lotOrderOf } from '../../../../domain/star/ballot/lot';
import { drawnOrder } from '../../../../domain/star/nomination';
import { lotOfList, lotOfPoll, type LotView } from '../../../../miniprogram/packages/star/lot.view';
import { aShownPoll } from '../../../builders/phone/poll';

const hmac = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest('hex');
/** What somebody does who has read the page and nothing else. */
const drawnFrom = ({ seed, texts }: LotView): readonly string[] =>
  texts
    .map(({ id, text }) => ({ id, drawn: hmac(seed, text) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .map(({ id }) => id);

test('from what stands on the page everybody draws the order between equals again', () => {
  const poll = aShownPoll({ tie: 'lot', lotSeed: '9b1f40c2a7e5d388' });
  const ids = poll.candidates.map(({ candidateId }) => candidateId);
  const lot = lotOfPoll(poll);
  expect(lot && drawnFrom(lot)).toEqual(lotOrderOf(hmac, poll.lotSeed, ids));
});

test('and that of the list', () => {
  const seed = '5d41a20be7c94f6a8833d1f04c2b9e17';
  const ids = ['m-1', 'm-2', 'm-3', 'm-4'];
  const people = ids.map((memberId) => ({ memberId, name: `Name ${memberId}` }));
  expect(drawnFrom(lotOfList(seed, people))).toEqual(
    drawnOrder(hmac, seed, ids).map(({ memberId }) => memberId),
  );
});

test('where no lot decides there is none', () => {
  expect(lotOfPoll(aShownPoll({ tie: 'committee' }))).toBeNull();
});

test('R-177 of the first round it is said that every later one has the same number', () => {
  const how = (round: number) => lotOfPoll(aShownPoll({ tie: 'lot', round }))?.how;
  expect(how(1)).toContain('取消了重投、再投一轮，都还用它');
  // That of a later one may have been drawn before that was the rule.
  expect(how(2)).not.toContain('都还用它');
});
