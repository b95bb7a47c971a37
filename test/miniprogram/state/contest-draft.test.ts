import * as v from 'valibot';
import { contestDraft } from '../../../miniprogram/state/contest-draft';
import { readDraft } from '../../../miniprogram/state/drafts';
import type { Opened } from '../../../miniprogram/state/kept-form';
import { WRITTEN_SINCE_TEXT } from '../../../miniprogram/text/contest-draft';
import { holdFakePhone } from '../fake-phone';

const Draft = v.object({ title: v.string() });
type Draft = v.InferOutput<typeof Draft>;
const Form = v.object({
  contestId: v.string(),
  revision: v.number(),
  title: v.string(),
  unanswered: v.nullable(Draft),
});
type Form = v.InferOutput<typeof Form>;
type Answer =
  | { readonly ok: true; readonly output: { readonly revision: number } }
  | { readonly ok: false; readonly code: string };

let answer: (input: { readonly revision: number; readonly draft: Draft }) => Answer;
const sent: string[] = [];

const handlers = contestDraft<Form, Draft, Answer>({
  schema: Form,
  faultsOf: ({ title }): Record<string, string> => (title === '' ? { title: 'missing' } : {}),
  toDraft: ({ title }) => ({ title }),
  write: async (input) => {
    sent.push(`${input.contestId} ${input.revision} ${input.draft.title}`);
    return answer(input);
  },
  problemOf: ({ code }) => code,
  mayDrop: () => Promise.resolve(false),
});
type Page = ThisParameterType<typeof handlers.saved>;

function aPage(): Page {
  const page = {
    ...handlers,
    data: { isBusy: false, faults: {}, problem: '', hasAside: false },
    setData(data: object) {
      Object.assign(page.data, data);
    },
    form: { contestId: 'c', revision: 0, unanswered: null, title: 'ten' } as Form | undefined,
    contestId: '',
    branch: {},
    draftName: () => `of ${page.contestId}`,
    show(form: Form) {
      page.form = form;
    },
    begin({ form, hasAside }: Opened<Form>) {
      page.form = form;
      page.setData({ hasAside });
    },
    load: async () => undefined,
  };
  return page as unknown as Page;
}

beforeEach(() => {
  holdFakePhone();
  sent.length = 0;
  answer = ({ revision }) => ({ ok: true, output: { revision: revision + 1 } });
});

test('what is stored is published, and nothing of it stays on the phone', async () => {
  const page = aPage();
  expect(await handlers.saved.call(page)).toBe(1);
  expect(page).toMatchObject({ contestId: 'c', form: { revision: 1, unanswered: null } });
  expect(readDraft('of c')).toBe('');
});

test('what was typed while it was saved is not published unseen', async () => {
  const page = aPage();
  answer = () => {
    handlers.edit.call(page, { ...page.form!, title: 'eleven' });
    return { ok: true, output: { revision: 1 } };
  };
  expect(await handlers.saved.call(page)).toBeUndefined();
  expect(page.data).toMatchObject({ problem: WRITTEN_SINCE_TEXT });
  expect(readDraft('of c')).toMatchObject({ title: 'eleven', revision: 1 });
});

test('after a lost answer the very same goes first, and nobody is told that another has changed it', async () => {
  const page = aPage();
  answer = () => ({ ok: false, code: 'timeout' });
  await handlers.saved.call(page);
  handlers.edit.call(page, { ...page.form!, title: 'eleven' });
  answer = ({ revision }) => ({ ok: true, output: { revision: revision + 1 } });
  expect(await handlers.saved.call(page)).toBe(2);
  expect(sent).toEqual(['c 0 ten', 'c 0 ten', 'c 1 eleven']);
});

test('what somebody else has dropped is written anew, as another', async () => {
  const page = aPage();
  answer = () => ({ ok: false, code: 'contest-called-off' });
  expect(await handlers.saved.call(page)).toBeUndefined();
  expect(page).toMatchObject({ contestId: '', form: { title: 'ten', revision: 0 } });
  expect(page.form?.contestId).not.toBe('c');
});

test('with a fault nothing is sent', async () => {
  const page = aPage();
  handlers.edit.call(page, { ...page.form!, title: '' });
  expect(await handlers.saved.call(page)).toBeUndefined();
  expect([sent, page.data['faults']]).toEqual([[], { title: 'missing' }]);
});

describe('where somebody else has changed it meanwhile', () => {
  const stored = { contestId: 'c', revision: 2, unanswered: null, title: 'theirs' };
  const outdated = () => ({ ok: false, code: 'changed-meanwhile' }) as const;
  const of = (title: string) => ({ contestId: 'c', revision: 1, unanswered: null, title });

  /** One that is stored, on whose page somebody writes. */
  function ofStored(): Page {
    const page = aPage();
    page.contestId = 'c';
    page.form = of('ten');
    return page;
  }

  test('what was typed waits until it is taken over the newest, and is kept nowhere once that is saved', async () => {
    const page = ofStored();
    handlers.edit.call(page, of('mine'));
    answer = outdated;
    await handlers.saved.call(page);
    expect(page.data).toMatchObject({ problem: 'changed-meanwhile', isOutdated: true });
    handlers.onStartAgainTap.call(page);
    handlers.goOn.call(page, stored);
    expect(page).toMatchObject({ form: stored, data: { hasAside: true } });
    handlers.onTakeAsideTap.call(page as never);
    expect(page).toMatchObject({ form: { ...stored, title: 'mine' }, data: { hasAside: false } });
    answer = ({ revision }) => ({ ok: true, output: { revision: revision + 1 } });
    expect(await handlers.saved.call(page)).toBe(3);
    handlers.goOn.call(page, { ...stored, revision: 4 });
    expect(page).toMatchObject({ form: { title: 'theirs' }, data: { hasAside: false } });
  });

  test('saving the newest ends what waits', async () => {
    const page = ofStored();
    handlers.edit.call(page, of('mine'));
    handlers.goOn.call(page, stored);
    expect(page.data).toMatchObject({ hasAside: true });
    expect(await handlers.saved.call(page)).toBe(3);
    expect(page.data).toMatchObject({ hasAside: false });
    handlers.goOn.call(page, { ...stored, revision: 4 });
    expect(page.data).toMatchObject({ hasAside: false });
  });

  test('nothing waits of what was only read', async () => {
    const page = ofStored();
    answer = outdated;
    await handlers.saved.call(page);
    handlers.goOn.call(page, stored);
    expect(page).toMatchObject({ form: stored, data: { hasAside: false } });
  });

  test('what got no answer goes on as it was, whatever is stored', async () => {
    const page = ofStored();
    answer = () => ({ ok: false, code: 'timeout' });
    await handlers.saved.call(page);
    handlers.goOn.call(page, stored);
    expect(page).toMatchObject({ form: { title: 'ten', revision: 1 }, data: { hasAside: false } });
  });

  test('what waits goes along where the other drops it after that', async () => {
    const page = ofStored();
    handlers.edit.call(page, of('mine'));
    handlers.goOn.call(page, stored);
    answer = () => ({ ok: false, code: 'contest-called-off' });
    await handlers.saved.call(page);
    handlers.onTakeAsideTap.call(page as never);
    expect(page.form).toMatchObject({ title: 'mine', revision: 0 });
    expect(page.form?.contestId).not.toBe('c');
    handlers.goOn.call(page, { ...of(''), contestId: 'begun', revision: 0 });
    expect(page.form).toMatchObject({ title: 'mine' });
  });
});
