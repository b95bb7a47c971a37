import { localDay } from '../../../../../domain/time/local-day';
import { at, NOW_MS } from '../../../../builders/phone/study';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const DEEDS = '带三个新同志过了安规考试';
const MONTH = '2026-02';
const note = { kind: 'note', id: 'n', title: '护栏', day: localDay('2026-02-10') };
const choices = {
  untilAtMs: at('20:00', localDay('2026-03-16')),
  state: 'preparing',
  people: [{ memberId: 'b', name: '刘洋', crewName: '四值' }],
  ownBars: [],
  evidence: [note],
  others: 30,
  left: 3,
};
const online: FakePhone['answer'] = ({ action }) =>
  action === 'nominate' ? yes({ nominationId: 'n1', reachesAtMs: NOW_MS }) : yes(choices);

const opened = (query: Readonly<Record<string, string>> = { month: MONTH }) =>
  holdPage(() => import('../../../../../miniprogram/packages/star/nominate/nominate'), query);
/** Written, with somebody chosen and one record beside it. */
async function written() {
  const { page, phone } = await opened();
  phone.answer = online;
  await page.does('load');
  await page.does('onPersonPicked', { detail: { value: 0 } });
  await page.does('onDeedsChange', { detail: { value: DEEDS } });
  return { page, phone };
}
const drafts = ({ storage }: FakePhone) =>
  [...storage].filter(([key]) => key.includes('nominate:'));
/** The phone that has ended the app and opens the page again. */
async function restarted(before: FakePhone, answer: FakePhone['answer'], month = MONTH) {
  const { page, phone } = await opened();
  for (const [key, value] of before.storage) phone.storage.set(key, value);
  phone.answer = answer;
  await page.does('onLoad', { month });
  return { page, phone };
}
const view = ({ data }: HeldPage) => data['view'] as Record<string, unknown>;

test.each<[string, (page: HeldPage) => Promise<unknown>, object]>([
  ['it is sent', (page) => page.does('onSendTap'), { person: { name: '刘洋' } }],
  [
    'the way is changed',
    (page) => page.does('onWayTap', tapOn({ way: 'self' })),
    { isSelf: true, evidence: [], isUnread: true },
  ],
  [
    'somebody is picked',
    (page) => page.does('onPersonPicked', { detail: { value: 0 } }),
    { person: { name: '刘洋' } },
  ],
  ['the page is read anew', (page) => page.does('load'), { person: { name: '刘洋' } }],
])(
  'R-351 what is typed stays in the field while there is no network and %s',
  async (_, does, seen) => {
    const { page, phone } = await written();
    phone.answer = noNetwork;
    await does(page);
    expect(view(page)).toMatchObject({ kind: 'content', deeds: DEEDS, canSend: true, ...seen });
    phone.answer = online;
    await page.does('load');
    expect(view(page)).toMatchObject({ kind: 'content', deeds: DEEDS, isUnread: false });
  },
);

test('R-351 records of somebody else are neither shown nor sent while those of who is picked are not there', async () => {
  const { page, phone } = await written();
  await page.does('onRecordChange', { detail: { checked: true }, ...tapOn({ key: 'note:n' }) });
  phone.answer = noNetwork;
  await page.does('onWayTap', tapOn({ way: 'self' }));
  expect(view(page)).toMatchObject({
    evidence: [],
    noEvidence: '这个月的记录没有读到，写好的都在。',
  });
  phone.answer = online;
  await page.does('onRecordsTap');
  expect(view(page)).toMatchObject({ evidence: [{ key: 'note:n', isOn: false }] });
});

test('R-351 what is typed is there again after a restart, stands in sight while nothing can be read, and goes once it is sent', async () => {
  const first = await written();
  const { page, phone } = await restarted(first.phone, noNetwork);
  expect(view(page).kind).toBe('error');
  expect(page.data['unsent']).toBe(DEEDS);
  phone.answer = online;
  await page.does('load');
  expect(page.data['unsent']).toBe('');
  expect(view(page)).toMatchObject({ deeds: DEEDS, person: { name: '刘洋' }, canSend: true });
  phone.answer = noNetwork;
  await page.does('onSendTap');
  expect(drafts(phone)).toHaveLength(1);
  phone.answer = online;
  await page.does('onSendTap');
  expect(phone.calls.at(-1)?.data).toMatchObject({ input: { deeds: DEEDS, memberId: 'b' } });
  expect(drafts(phone)).toEqual([]);
});

test('R-351 what cannot be nominated here any more is not taken from sight either', async () => {
  const { page, phone } = await written();
  phone.answer = () => no('not-allowed');
  await page.does('load');
  expect(view(page).kind).toBe('not-yours');
  expect(page.data['unsent']).toBe(DEEDS);
});

test('R-351 of another month nothing is begun with', async () => {
  const first = await written();
  const { page } = await restarted(first.phone, online, '2026-03');
  expect(view(page)).toMatchObject({ deeds: '', person: null });
});
