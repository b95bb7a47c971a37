import { noteMakeUp } from '../../../../../contract/study/make-up';
import { aMakeUp } from '../../../../builders/phone/make-up';
import { NOW_MS } from '../../../../builders/phone/study';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, type HeldPage } from '../../../held-page';

const WORDS =
  '我们值上动火前先看风向，把周围的油布收走，监护人站在上风口，灭火器摆在手边，换人就重新交底、重新签字，谁也不能代签。';
const OTHERS = WORDS.replace('风向', '票面');
const DONE = { doneAtMs: NOW_MS, minutes: 40 } as const;

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

const loadNote = () =>
  import('../../../../../miniprogram/packages/study/make-up-note/make-up-note');
const loadWrite = () => import('../../../../../miniprogram/packages/note/write/write');
const outbox = () => import('../../../../../miniprogram/api/outbox');

const holds = ({ storage }: FakePhone, words = WORDS) =>
  [...storage].filter(([, value]) => JSON.stringify(value).includes(words)).map(([key]) => key);
const viewOf = ({ data }: HeldPage) => data['view'];

async function written(makeUp: () => object, handIn: () => unknown = noNetwork) {
  const { page, phone } = await holdPage(loadNote, { studyId: 'study-1' });
  phone.answer = ({ action }) => (action === noteMakeUp.name ? handIn() : yes(makeUp()));
  await page.does('load');
  await page.does('onChange', { detail: { value: WORDS } });
  return { page, phone };
}

async function delivered({ page, phone }: Awaited<ReturnType<typeof written>>, answer: unknown) {
  await page.does('onHandInTap');
  expect(viewOf(page)).toMatchObject({ kind: 'kept', words: WORDS });
  const { answer: before } = phone;
  phone.answer = (data) => (data['action'] === noteMakeUp.name ? answer : before(data));
  await (await outbox()).sendWaiting();
  await new Promise(setImmediate);
}

it('words that waited while it was done by the quiz stay, until they are thrown away', async () => {
  let makeUp = aMakeUp();
  const held = await written(() => makeUp);
  makeUp = aMakeUp({ ...DONE, way: 'quiz' });
  await delivered(held, no('no-longer-needed'));
  expect(viewOf(held.page)).toMatchObject({ kind: 'done', words: WORDS });
  expect(holds(held.phone)).toHaveLength(1);
});

it('words that waited while others were handed in stay, and those that were taken go', async () => {
  let makeUp = aMakeUp();
  const held = await written(() => makeUp);
  makeUp = aMakeUp({ ...DONE, way: 'note', note: { text: OTHERS, atMs: NOW_MS } });
  await delivered(held, no('no-longer-needed'));
  expect(viewOf(held.page)).toMatchObject({ kind: 'done', words: WORDS });

  makeUp = aMakeUp();
  const taken = await written(() => makeUp);
  makeUp = aMakeUp({ ...DONE, way: 'note', note: { text: WORDS, atMs: NOW_MS } });
  await delivered(taken, yes(DONE));
  expect(viewOf(taken.page)).toMatchObject({ kind: 'done', words: '' });
  expect(holds(taken.phone).filter((key) => !key.startsWith('seen:'))).toEqual([]);
});

it('a refusal for the words that is heard while the page is closed stands there when it is opened', async () => {
  const closed = await written(() => aMakeUp());
  await closed.page.does('onHandInTap');
  await closed.page.does('onUnload');
  closed.phone.answer = () => no('words-refused');
  const { onDelivered, sendWaiting } = await outbox();
  // As the app does, whichever page is open.
  const { deliveredText } = await import('../../../../../miniprogram/packages/study/delivered');
  onDelivered((all) => all.forEach(deliveredText));
  await sendWaiting();

  const { page, phone } = await holdPage(
    () => {
      for (const [key, value] of closed.phone.storage) wx.setStorageSync(key, value);
      return loadNote();
    },
    { studyId: 'study-1' },
  );
  phone.answer = ({ action }) => (action === noteMakeUp.name ? noNetwork() : yes(aMakeUp()));
  await page.does('load');
  expect(viewOf(page)).toMatchObject({ kind: 'content', text: WORDS });
  expect(page.data['problem']).toMatch(/微信的检查/u);
  await page.does('onChange', { detail: { value: OTHERS } });
  await page.does('onHandInTap');
  expect(page.data['problem']).toBe('');
  expect(holds(phone, '微信的检查')).toEqual([]);
});

it('of somebody who was entered meanwhile it is said so, and the words can go as a note', async () => {
  let makeUp = aMakeUp();
  const { page, phone } = await written(
    () => makeUp,
    () => no('no-longer-needed'),
  );
  makeUp = aMakeUp({ isIn: true });
  await page.does('onHandInTap');
  expect(viewOf(page)).toMatchObject({ kind: 'over', title: '不用补了', words: WORDS });
  expect(page.data['problem']).toBe('');
  expect(holds(phone)).toHaveLength(1);
});

it('where the page of notes does not open, or storage is full, the words stay and it is said', async () => {
  const { page, phone } = await written(() => aMakeUp({ isIn: true }));
  const { wx } = globalThis as unknown as { wx: object };
  Object.assign(wx, { redirectTo: () => Promise.reject(new Error('redirectTo:fail')) });
  await page.does('onAsNoteTap');
  expect(page.data['problem']).toMatch(/没能打开/u);
  expect(holds(phone)).toHaveLength(1);

  const opened = jest.fn();
  Object.assign(wx, { redirectTo: opened });
  phone.refusesChanges = true;
  await page.does('onChange', { detail: { value: OTHERS } });
  await page.does('onAsNoteTap');
  expect(opened).not.toHaveBeenCalled();
  expect(page.data['problem']).toMatch(/存满/u);
  expect(viewOf(page)).toMatchObject({ words: OTHERS });
});

interface Storing {
  readonly setStorageSync: (key: string, value: unknown) => void;
}

/** The page of notes as the redirection opens it, on the same phone. */
async function handedOver(isFull: boolean) {
  const { phone: before } = await written(() => aMakeUp({ isIn: true }));
  const stored = [...before.storage].filter(([key]) => key.startsWith('draft:'));
  const query = { studyId: 'study-1', topic: '%E5%AE%89', words: '1' };
  let { setStorageSync } = wx as unknown as Storing;
  const held = await holdPage(() => {
    ({ setStorageSync } = wx as unknown as Storing);
    for (const [key, value] of stored) setStorageSync(key, value);
    Object.assign(wx, {
      onAppShow: () => undefined,
      onNetworkStatusChange: () => undefined,
      getNetworkType: async () => ({ networkType: 'wifi' }),
      ...(isFull && {
        setStorageSync: () => {
          throw new Error('setStorageSync:fail exceed storage max size 10Mb');
        },
      }),
    });
    return loadWrite();
  }, query);
  expect(held.page.data['text']).toBe(WORDS);
  return { ...held, makeRoom: () => Object.assign(wx, { setStorageSync }) };
}

it('words of a make-up are let go of once the note is kept', async () => {
  const { phone } = await handedOver(false);
  expect(holds(phone)).toEqual([expect.stringMatching(/^note:/u)]);
});

it('words of a make-up stay where storage does not take the note, until it does', async () => {
  const { page, phone, makeRoom } = await handedOver(true);
  expect(holds(phone)).toEqual([expect.stringMatching(/^draft:make-up:/u)]);
  makeRoom();
  await page.does('onTitleInput', { detail: { value: '动火' } });
  expect(holds(phone)).toEqual([expect.stringMatching(/^note:/u)]);
});

it('the person throws them away after a question', async () => {
  const { page, phone } = await written(() => aMakeUp({ isIn: true }));
  const { default: dialog } = await import('tdesign-miniprogram/miniprogram_dist/dialog/index');
  const confirm = jest.spyOn(dialog, 'confirm').mockRejectedValueOnce(new Error('no'));
  await page.does('onThrowTap');
  expect(holds(phone)).toHaveLength(1);
  confirm.mockResolvedValueOnce(undefined);
  await page.does('onThrowTap');
  expect(holds(phone)).toEqual([]);
  expect(viewOf(page)).toMatchObject({ kind: 'over', words: '' });
});
