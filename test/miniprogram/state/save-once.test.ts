import * as v from 'valibot';
import {
  begun,
  ContestForm,
  toDraft,
} from '../../../miniprogram/packages/contest-office/edit/contest-form';
import { saveContest } from '../../../contract/content/contest-writing';
import { call } from '../../../miniprogram/api/client';
import { saveOnce } from '../../../miniprogram/state/save-once';
import { TEST_START_MS } from '../../worlds/test-cloud';
import { holdFakePhone, no, noNetwork, yes, type FakePhone } from '../fake-phone';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const aForm = (form: Partial<ContestForm> = {}): ContestForm => {
  const empty = begun(() => 'an-id', TEST_START_MS);
  const questions = empty.questions.map((question) => ({
    ...question,
    text: 'what',
    why: 'because',
    options: ['a', 'b'].map((text, at) => ({ optionId: text, text, isRight: at === 0 })),
  }));
  return { ...empty, questions, title: 'ten', ...form };
};

/** As the page does; what the phone has kept in the end, as it reads it after a restart. */
async function save(form: ContestForm) {
  let kept = form;
  const { contestId } = form;
  const result = await saveOnce(
    form,
    toDraft(form),
    (revision, draft) => call(saveContest, { contestId, revision, draft }),
    (known) => {
      kept = { ...kept, ...known };
    },
  );
  return { result, kept: v.parse(ContestForm, structuredClone(kept)) };
}

const sent = () =>
  phone.calls.map(({ data }) => {
    const { revision, draft } = data['input'] as {
      readonly revision: number;
      readonly draft: { readonly title: string };
    };
    return [revision, draft.title];
  });

async function lost(form: ContestForm) {
  phone.answer = noNetwork;
  const { result, kept } = await save(form);
  expect(result.ok).toBe(false);
  expect(kept.unanswered).toEqual(toDraft(form));
  return kept;
}

test('after a lost answer the very same goes first, and what is written since follows it', async () => {
  const kept = await lost(aForm());
  phone.answer = ({ input }) => yes({ revision: (input as ContestForm).revision + 1 });
  const done = await save({ ...kept, title: 'eleven' });
  expect(done).toMatchObject({ result: { ok: true }, kept: { revision: 2, unanswered: null } });
  expect(sent()).toEqual([
    [0, 'ten'],
    [0, 'ten'],
    [1, 'eleven'],
  ]);
});

test('a fault of ours may come after it was stored: that is asked for first too', async () => {
  phone.answer = () => no('internal');
  const { kept } = await save(aForm());
  expect(kept.unanswered).toEqual(toDraft(aForm()));
});

test('where nothing was written since, once is enough', async () => {
  const kept = await lost(aForm());
  phone.answer = () => yes({ revision: 1 });
  expect((await save(kept)).kept).toMatchObject({ revision: 1, unanswered: null });
  expect(sent()).toHaveLength(2);
});

test('a refusal is an answer: nothing waits, and the next saving says what is written then', async () => {
  phone.answer = () => no('words-refused');
  const { kept } = await save(aForm());
  expect(kept.unanswered).toBeNull();
  await lost(kept);
});
