import { no, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn, type HeldPage } from '../../../held-page';
import { NOW_MS } from '../../../../builders/phone/study';

let page: HeldPage;
let phone: FakePhone;

const DAY_MS = 24 * 3_600_000;
const toOpen = (round: number, terms: object) => ({
  round,
  candidates: ['a', 'b'].map((id) => ({
    candidateId: id,
    name: id,
    crewName: null,
    deeds: [],
    evidence: [],
    isWithdrawn: false,
  })),
  entitled: 20,
  crews: [],
  earliestAtMs: NOW_MS + DAY_MS,
  terms: { areInherited: false, mostShown: 16, leastShown: 5, turnout: 'more-than-half', ...terms },
});

beforeAll(async () => {
  ({ page, phone } = await holdPage(
    () => import('../../../../../miniprogram/packages/star-office/open-poll/open-poll'),
  ));
});
beforeEach(() => {
  phone.calls.length = 0;
});

const load = () => page.does('load');
const asked = () =>
  phone.calls
    .filter(({ data }) => data['action'] === 'pollToOpen')
    .map(({ data }) => data['input'] as { awakeHours?: number });

test('a form that was filled in for one round begins anew for the next', async () => {
  phone.answer = () => yes(toOpen(1, { awakeHours: 6 }));
  await load();
  await page.does('onHoursTap', tapOn({ by: 2 }));
  await load();
  await page.does('onTiePicked', { detail: { value: 'lot' } });
  expect(page.data['form']).toMatchObject({ round: 1, awakeHours: 8, tie: 'lot' });
  page.setData({ isLowering: true });
  const next = { awakeHours: 10, turnout: 'two-thirds', areInherited: true };
  phone.answer = () => yes(toOpen(2, next));
  await load();
  expect(page.data['form']).toMatchObject({
    round: 2,
    awakeHours: 10,
    turnout: 'two-thirds',
    tie: 'run-off',
  });
  expect(asked().at(-1)).not.toHaveProperty('awakeHours');
  expect(page.data).toMatchObject({ isLowering: false });
  expect(page.data['problem']).toContain('第 2 轮');
});

test('what was chosen stays while it is the same round', async () => {
  page.setData({ problem: '' });
  phone.answer = () => yes(toOpen(2, { awakeHours: 10, areInherited: true }));
  await load();
  await page.does('onTiePicked', { detail: { value: 'committee' } });
  await load();
  expect(page.data).toMatchObject({ form: { round: 2, tie: 'committee' }, problem: '' });
});

test('what is refused because another was opened meanwhile is read anew', async () => {
  phone.answer = ({ action }) =>
    action === 'openPoll' ? no('has-poll') : yes(toOpen(3, { awakeHours: 6 }));
  await page.does('send', '');
  expect(page.data).toMatchObject({ form: { round: 3, awakeHours: 6 } });
});

test('the second of two who open at once reads once why not, and is not told to try again', async () => {
  phone.answer = () => yes(toOpen(1, { awakeHours: 6 }));
  await load();
  phone.answer = () => no('has-poll', { state: 'open' });
  await page.does('send', '');
  const text = '这个月的投票已经开始了，没有再开一次。返回就能管理。';
  expect(page.data).toMatchObject({ problem: '', view: { kind: 'empty', text } });
  // Where nobody was reached it can be tried again.
  phone.answer = () => no('offline');
  await load();
  expect(page.data).toMatchObject({ view: { kind: 'error' } });
});
