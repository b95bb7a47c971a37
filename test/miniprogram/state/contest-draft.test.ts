import { contestDraft } from '../../../miniprogram/state/contest-draft';
import { readDraft } from '../../../miniprogram/state/drafts';
import { WRITTEN_SINCE_TEXT } from '../../../miniprogram/text/contest-draft';
import { holdFakePhone } from '../fake-phone';

interface Draft {
  readonly title: string;
}
type Form = Draft & {
  readonly contestId: string;
  readonly revision: number;
  readonly unanswered: Draft | null;
};
type Answer =
  | { readonly ok: true; readonly output: { readonly revision: number } }
  | { readonly ok: false; readonly code: string };

let answer: (input: { readonly revision: number; readonly draft: Draft }) => Answer;
const sent: string[] = [];

const handlers = contestDraft<Form, Draft, Answer>({
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
    data: { isBusy: false, faults: {}, problem: '' },
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
