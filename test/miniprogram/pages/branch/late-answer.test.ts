import { no, yes } from '../../fake-phone';
import { holdPage } from '../../held-page';

const directoryOf = (branchId: string) =>
  yes({ branch: { branchId, name: branchId, memberCount: 0 }, groups: [], people: [] });

test('an answer about the branch that was shown before comes too late to be shown', async () => {
  const { page, phone } = await holdPage(
    () => import('../../../../miniprogram/pages/branch/branch'),
  );
  const answers = new Map<string, () => void>();
  phone.answer = ({ action, input }) => {
    if (action !== 'directory') return no('internal');
    const { branchId = 'own' } = input as { branchId?: string };
    return new Promise((resolve) => answers.set(branchId, () => resolve(directoryOf(branchId))));
  };
  page.setData({
    choices: [
      { branchId: 'own', text: 'own' },
      { branchId: 'other', text: 'other' },
    ],
  });
  const own = page.does('loadPeople');
  const turn = () => new Promise(setImmediate);
  await turn();
  await page.does('onBranchPicked', { detail: { value: '1' } });
  const other = page.does('loadPeople');
  await turn();
  answers.get('other')?.();
  await other;
  answers.get('own')?.();
  await own;
  expect(page.self['people']).toMatchObject({ output: { branch: { branchId: 'other' } } });
});
