import * as v from 'valibot';
import { readDraft, saveDraft } from '../../../miniprogram/state/drafts';
import {
  asideHandlers,
  dropAside,
  dropKept,
  moveAside,
  openKept,
  takeAside,
  type KeptKind,
  type Opened,
} from '../../../miniprogram/state/kept-form';
import { holdFakePhone, type FakePhone } from '../fake-phone';

const Form = v.object({ revision: v.number(), words: v.string() });
type Form = v.InferOutput<typeof Form>;
const kind: KeptKind<Form> = {
  schema: Form,
  over: (form, { revision }) => ({ ...form, revision }),
};
const form = (revision: number, words: string): Form => ({ revision, words });
const open = (stored: Form) => openKept('f', kind, stored);
const take = (present: Form) => takeAside('f', kind, present);

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

test.each([
  { what: 'nothing', kept: undefined, opened: ['stored', false, false] },
  { what: 'something over the same', kept: form(2, 'mine'), opened: ['mine', true, false] },
  {
    what: 'something over what was changed since',
    kept: form(1, 'mine'),
    opened: ['stored', false, true],
  },
  {
    what: 'over another one the very same',
    kept: form(1, 'stored'),
    opened: ['stored', false, false],
  },
  { what: 'another shape', kept: { words: 'mine' }, opened: ['stored', false, false] },
])('typed was $what', ({ kept, opened: [words, isResumed, hasAside] }) => {
  if (kept !== undefined) saveDraft('f', kept);
  expect(open(form(2, 'stored'))).toEqual({ form: form(2, words as string), isResumed, hasAside });
});

describe('what was put aside', () => {
  beforeEach(() => {
    saveDraft('f', form(1, 'mine'));
    open(form(2, 'stored'));
  });

  test('is not overwritten by what is typed then, and waits over a restart and over what is stored next', () => {
    saveDraft('f', form(2, 'typed since'));
    expect(open(form(2, 'stored'))).toEqual({
      form: form(2, 'typed since'),
      isResumed: true,
      hasAside: true,
    });
    expect(open(form(3, 'newer')).hasAside).toBe(true);
    expect(take(form(3, 'newer'))?.form).toEqual(form(3, 'typed since'));
    expect(take(form(3, 'typed since'))?.form).toEqual(form(3, 'mine'));
  });

  test('taken, it is what is gone on with, to be saved over the newest', () => {
    const taken = { form: form(2, 'mine'), isResumed: true, hasAside: false };
    expect(take(form(2, 'stored'))).toEqual(taken);
    expect(open(form(2, 'stored'))).toEqual(taken);
    expect(take(form(2, 'mine'))).toBeUndefined();
  });

  test('taken, it changes places with what was typed since', () => {
    saveDraft('f', form(2, 'typed since'));
    expect(take(form(2, 'typed since'))).toMatchObject({ form: form(2, 'mine'), hasAside: true });
    expect(take(form(2, 'mine'))).toMatchObject({ form: form(2, 'typed since'), hasAside: true });
  });

  test('is let go of for good, and what was typed since stays', () => {
    saveDraft('f', form(2, 'typed since'));
    dropAside('f');
    expect(open(form(2, 'stored'))).toMatchObject({
      form: form(2, 'typed since'),
      hasAside: false,
    });
  });

  test('is gone with what was typed since once that is saved', () => {
    saveDraft('f', form(2, 'typed since'));
    dropKept('f');
    expect(phone.storage.size).toBe(0);
  });

  test('is gone once the same is stored, whoever stored it', () => {
    expect(open(form(3, 'mine')).hasAside).toBe(false);
    expect(phone.storage.size).toBe(0);
  });

  test('goes along under another name', () => {
    moveAside('f', 'f');
    moveAside('f', 'g');
    moveAside('f', 'g');
    expect(open(form(2, 'stored')).hasAside).toBe(false);
    expect(openKept('g', kind, form(2, 'stored')).hasAside).toBe(true);
  });

  test('of another shape is as good as none', () => {
    for (const key of phone.storage.keys()) phone.storage.set(key, { forms: [{ words: 'mine' }] });
    expect(open(form(2, 'stored')).hasAside).toBe(false);
  });
});

test('where the storage is full there is room for it all the same', () => {
  saveDraft('f', form(1, 'mine'));
  phone.room = 1;
  expect(open(form(2, 'stored')).hasAside).toBe(true);
  expect(take(form(2, 'stored'))?.form).toEqual(form(2, 'mine'));
});

test('a kind says itself what it goes on with', () => {
  saveDraft('f', form(1, 'mine'));
  const stubborn: KeptKind<Form> = { ...kind, isCurrent: () => true };
  expect(openKept('f', stubborn, form(2, 'stored'))).toMatchObject({ form: form(1, 'mine') });
});

describe('on a page', () => {
  const handlers = asideHandlers(kind);
  function aPage() {
    const page = {
      data: { isBusy: false, hasAside: true },
      form: form(2, 'stored'),
      draftName: () => 'f',
      begin(opened: Opened<Form>) {
        page.form = opened.form;
        page.setData({ hasAside: opened.hasAside });
      },
      setData(data: object) {
        Object.assign(page.data, data);
      },
    };
    return page;
  }
  beforeEach(() => {
    saveDraft('f', form(1, 'mine'));
    open(form(2, 'stored'));
  });

  test('it is taken, but not while something is sent', () => {
    const page = aPage();
    page.data.isBusy = true;
    handlers.onTakeAsideTap.call(page);
    expect(page.form).toEqual(form(2, 'stored'));
    page.data.isBusy = false;
    handlers.onTakeAsideTap.call(page);
    expect(page).toMatchObject({ form: form(2, 'mine'), data: { hasAside: false } });
    expect(readDraft('f')).toEqual(form(2, 'mine'));
  });

  test('it is let go of', () => {
    const page = aPage();
    handlers.onDropAsideTap.call(page);
    expect(page).toMatchObject({ form: form(2, 'stored'), data: { hasAside: false } });
    expect(phone.storage.size).toBe(0);
  });
});
