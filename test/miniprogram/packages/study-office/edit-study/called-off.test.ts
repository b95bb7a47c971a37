import { studyDetail } from '../../../../../contract/study/mine';
import { saveDraft } from '../../../../../contract/study/writing';
import { NOW_MS } from '../../../../builders/phone/study';
import { no, noNetwork, yes } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const open = (query: Readonly<Record<string, string>>) =>
  holdPage(
    () => import('../../../../../miniprogram/packages/study-office/edit-study/edit-study'),
    query,
  );
const study = (studyId: string, state: 'draft' | 'cancelled') => ({
  ...{ studyId, branchId: 'b1', branchName: '一支部', topic: '先写的', kind: 'theme-day' },
  ...{ minutes: 40, audience: { kind: 'branch' }, materials: [], why: null, state },
  sittings: [
    {
      ...{ sittingId: 't1', place: '会议室', closedAtMs: null },
      ...{ startAtMs: NOW_MS + 86_400_000, endAtMs: NOW_MS + 90_000_000 },
      ...{ opensAtMs: NOW_MS + 85_000_000, lateAfterAtMs: NOW_MS + 87_000_000 },
      closesAtMs: NOW_MS + 90_000_000,
    },
  ],
  ...{ cancelReason: null, revision: 1, expected: 0, createdByName: '罗志强' },
});
const detail = (studyId: string, state: 'draft' | 'cancelled') =>
  yes({
    ...{ nowMs: NOW_MS, study: study(studyId, state), mine: null },
    ...{ canPresent: true, canEdit: true },
  });
const typedIn = ({ self }: HeldPage) =>
  self['typed'] as { studyId: string; topic: string; draftRevision?: number; revision: unknown };

it('what was typed of a draft that was called off becomes a new study, also after a restart', async () => {
  const { page, phone } = await open({ studyId: 'dead' });
  let state: 'draft' | 'cancelled' = 'draft';
  phone.answer = ({ action }) => {
    if (action === studyDetail.name) return detail('dead', state);
    return action === saveDraft.name ? no('study-cancelled') : noNetwork();
  };
  await page.does('load');
  await page.does('edit', { ...typedIn(page), topic: '我的题目' });
  state = 'cancelled';
  await page.does('preview', typedIn(page));
  expect(page.data).toMatchObject({
    isOutdated: true,
    isCalledOff: true,
    problem: expect.stringMatching(/有人取消了/u),
  });
  await page.does('onLookTap');
  const anew = typedIn(page);
  expect(anew).toMatchObject({ topic: '我的题目', draftRevision: 0, revision: null });
  expect(anew.studyId).not.toBe('dead');
  expect(page.data).toMatchObject({ view: { kind: 'content' }, isAnew: true, problem: '' });
  expect(phone.storage.has('draft:study:dead')).toBe(false);
  expect(phone.storage.get('draft:study:new:b1')).toMatchObject({ studyId: anew.studyId });
});

it('a study that was called off opens as no form where nothing was typed of it', async () => {
  const { page, phone } = await open({ studyId: 'dead' });
  phone.answer = ({ action }) =>
    action === studyDetail.name ? detail('dead', 'cancelled') : noNetwork();
  await page.does('load');
  expect(page.data['view']).toMatchObject({ kind: 'not-yours' });
});
