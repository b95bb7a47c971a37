import {
  dropForm,
  emptyForm,
  keepForm,
  keptForm,
  type ItemForm,
} from '../../../../../miniprogram/packages/channel-office/write/item-form';
import { saveForm } from '../../../../../miniprogram/packages/channel-office/write/save-form';
import { addToWx, holdFakePhone, no, noNetwork, yes, type FakePhone } from '../../../fake-phone';

let phone: FakePhone;
let deleted: string[];

beforeEach(() => {
  phone = holdFakePhone();
  deleted = [];
  const unlink = ({ filePath }: { filePath: string }) => deleted.push(filePath);
  addToWx({
    getFileSystemManager: () => ({ unlink }),
  });
});

const aForm = (form: Partial<ItemForm> = {}): ItemForm => ({
  ...emptyForm('party'),
  title: 'ask once more',
  pictures: [{ pictureId: 'a', path: 'a.jpg', smallPath: 'a-small.jpg', fileId: 'cloud://a' }],
  ...form,
});

/** What was sent, by its title. */
const sent = () =>
  phone.calls.map(({ data }) => {
    const { deedId, revision, draft, handIn } = data['input'] as {
      readonly deedId: string;
      readonly revision: number | null;
      readonly draft: { readonly title: string };
      readonly handIn: boolean;
    };
    return { deedId, revision, title: draft.title, handIn };
  });

/** The app ended after the answer was lost, and was opened again. */
async function lost(form: ItemForm, handIn: boolean): Promise<ItemForm> {
  phone.answer = noNetwork;
  const { result } = await saveForm({ form }, handIn);
  expect(result.ok).toBe(false);
  phone.answer = () => yes({ revision: 1 });
  const kept = keptForm('');
  if (kept === undefined) throw new Error('nothing was kept');
  return kept;
}

test('after a lost answer the very same is sent again, and once is enough', async () => {
  const writing = { form: await lost(aForm(), true) };
  const { result } = await saveForm(writing, true);
  const { form } = writing;
  expect([result.ok, form.revision, form.unanswered]).toEqual([true, 1, null]);
  const [first, again, ...others] = sent();
  expect(again).toEqual(first);
  expect(others).toEqual([]);
});

test('what is written on after a lost answer follows what was lost, which is no handing in any more', async () => {
  const kept = await lost(aForm(), true);
  await saveForm({ form: { ...kept, title: 'ask twice' } }, true);
  const [first, again, next] = sent();
  expect(again).toEqual({ ...first, handIn: false });
  expect(next).toMatchObject({ title: 'ask twice', revision: 1, handIn: true });
  expect(next?.deedId).not.toBe(first?.deedId);
});

test('while there is no answer to what was lost, nothing else is sent', async () => {
  const kept = await lost(aForm(), false);
  phone.answer = noNetwork;
  const writing = { form: { ...kept, title: 'ask twice' } };
  await saveForm(writing, false);
  expect(sent().map(({ title }) => title)).toEqual(['ask once more', 'ask once more']);
  expect(writing.form).toMatchObject({
    title: 'ask twice',
    unanswered: { draft: { title: 'ask once more' } },
  });
});

test('a refusal is an answer', async () => {
  phone.answer = () => no('changed-meanwhile');
  const writing = { form: aForm() };
  const { result } = await saveForm(writing, false);
  expect(result).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(writing.form.unanswered).toBeNull();
});

test('what is written while it is sent stays, on the screen and in the phone, and is known to be unsent', async () => {
  phone.answer = () => yes({ revision: 1 });
  const writing = { form: aForm() };
  const running = saveForm(writing, false);
  writing.form = { ...writing.form, title: 'ask twice' };
  keepForm(writing.form);
  expect(await running).toMatchObject({ result: { ok: true }, isWhole: false });
  expect(sent().map(({ title }) => title)).toEqual(['ask once more']);
  const written = { title: 'ask twice', revision: 1, unanswered: null };
  expect(writing.form).toMatchObject(written);
  expect(keptForm(writing.form.itemId)).toMatchObject(written);
  expect(await saveForm(writing, false)).toMatchObject({ isWhole: true });
  expect(sent()[1]).toMatchObject({ title: 'ask twice', revision: 1 });
});

test('what is written while it is sent stays what follows, where no answer comes', async () => {
  const writing = { form: aForm() };
  phone.answer = noNetwork;
  const running = saveForm(writing, false);
  writing.form = { ...writing.form, title: 'ask twice' };
  keepForm(writing.form);
  await running;
  expect(keptForm('')).toMatchObject({
    title: 'ask twice',
    unanswered: { draft: { title: 'ask once more' } },
  });
});

test('each item keeps what was written on it, a new one by itself, and nobody else sees it', () => {
  const known = { itemId: 'known', revision: 3 };
  keepForm(aForm({ title: 'new' }));
  keepForm(aForm({ ...known, title: 'on the known' }));
  keepForm(aForm({ itemId: 'of another', ownerId: 'another', title: 'not mine' }));
  expect(keptForm('')?.title).toBe('new');
  expect(keptForm('known')?.title).toBe('on the known');
  expect(keptForm('of another')).toBeUndefined();
});

test('what was sent takes its pictures from the phone', () => {
  const form = aForm();
  keepForm(form);
  dropForm(form);
  expect(keptForm('')).toBeUndefined();
  expect(deleted).toEqual(['a.jpg', 'a-small.jpg']);
});
