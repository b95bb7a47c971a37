import {
  toView,
  type Outcome,
} from '../../../../../miniprogram/packages/star/outcome/outcome.view';
import { keepWords, keptWords } from '../../../../../miniprogram/state/kept-words';
import { localDay } from '../../../../../domain/time/local-day';
import { aMe } from '../../../../builders/phone/me';
import { at, NOW_MS } from '../../../../builders/phone/study';
import { noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const star = { memberId: 'a', name: '许文静', crewName: '一值', deeds: ['听出泵声不对'] };
const publicUntilAtMs = at('00:00', localDay('2026-03-17'));
const noticed: Outcome = {
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-02',
  state: 'public',
  revision: 3,
  result: { pollId: 'p', outcome: 'chosen', candidates: [star] },
  decision: null,
  stars: [star],
  publicUntilAtMs,
  objections: [],
  objectionCount: 0,
  ended: null,
  canDecide: false,
  canObject: true,
  canAnswer: false,
  canEnd: false,
};
const WORDS = '那件事是检修班先发现的';

async function opened(outcome: Outcome) {
  const { page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star/outcome/outcome'),
    { month: '2026-02', branchId: 'yunxing' },
  );
  phone.answer = ({ action }) => yes(action === 'objectToStar' ? {} : outcome);
  await page.does('onShow');
  return { page, phone };
}

test('R-351 an objection that was not sent is kept by itself, and goes once it is sent', async () => {
  const { page, phone } = await opened(noticed);
  await page.does('onSheetTap', tapOn({ kind: 'object' }));
  const keptAs = String(page.data['keptAs']);
  keepWords(keptAs, WORDS);
  const answer = phone.answer;
  phone.answer = noNetwork;
  await page.does('onReasonGiven', { detail: { reason: WORDS } });
  await page.does('onSheetClosed');
  await page.does('onSheetTap', tapOn({ kind: 'answer', id: 'o' }));
  expect(keptWords(String(page.data['keptAs']))).toBe('');
  await page.does('onSheetTap', tapOn({ kind: 'object' }));
  expect([page.data['keptAs'], keptWords(keptAs)]).toEqual([keptAs, WORDS]);
  phone.answer = answer;
  await page.does('onReasonGiven', { detail: { reason: WORDS } });
  expect(keptWords(keptAs)).toBe('');
});

test('R-351 an objection that was typed stays in sight once nobody objects any more', async () => {
  const { page } = await opened({ ...noticed, canObject: false });
  keepWords('outcome:yunxing:2026-02:object:', WORDS);
  await page.does('load');
  expect(page.data['unsent']).toBe(WORDS);
});

test('R-162 after the last day of the notice everybody of the branch but the star reads whom to turn to', () => {
  const seen = (
    nowMs: number,
    given: Partial<Outcome> = {},
    memberId = 'me',
    branchId = 'yunxing',
  ) =>
    toView(
      { kind: 'known', output: { ...noticed, ...given }, asOfAtMs: null },
      aMe({ memberId, branchId }),
      nowMs,
    );
  const over = '公示已经结束，这里不再收异议。还有意见，当面找纪检委员，也能写给上级党委。';
  expect(seen(publicUntilAtMs - 1)).toMatchObject({ canObject: true, objectionsOver: '' });
  expect(seen(publicUntilAtMs)).toMatchObject({ canObject: false, objectionsOver: over });
  const ended = { state: 'over', ended: { atMs: publicUntilAtMs, reason: null } } as const;
  expect(seen(publicUntilAtMs, ended)).toMatchObject({ objectionsOver: over });
  expect(seen(publicUntilAtMs, {}, 'a')).toMatchObject({ objectionsOver: '' });
  expect(seen(publicUntilAtMs, {}, 'me', 'jianxiu')).toMatchObject({ objectionsOver: '' });
  expect(seen(publicUntilAtMs, { stars: [] })).toMatchObject({ objectionsOver: '' });
});
