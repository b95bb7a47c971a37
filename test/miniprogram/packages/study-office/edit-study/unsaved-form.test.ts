import {
  unsavedNameOf,
  unsavedStudy,
} from '../../../../../miniprogram/packages/study-office/edit-study/unsaved-form';
import { newForm } from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { saveDraft } from '../../../../../miniprogram/state/drafts';
import { goOnElsewhere, openKept, takeAside } from '../../../../../miniprogram/state/kept-form';
import { holdFakePhone } from '../../../fake-phone';
import { NOW_MS } from '../../../../builders/phone/study';

beforeEach(() => {
  holdFakePhone();
});

const ofNew = unsavedNameOf(undefined, undefined);
const fresh = newForm('study-2', 'sitting-2', NOW_MS);
const typed = { ...newForm('study-1', 'sitting-1', NOW_MS), topic: '写到一半' };
const open = (name: string) => openKept(name, unsavedStudy, fresh);

it('what was typed is there again, for a new study of each branch and for each study by itself', () => {
  saveDraft(ofNew, typed);
  expect(open(ofNew)).toEqual({ form: typed, isResumed: true, hasAside: false });
  expect(open(unsavedNameOf('study-1', undefined)).isResumed).toBe(false);
  expect(open(unsavedNameOf(undefined, 'other-branch')).isResumed).toBe(false);
});

it('a form of another shape is as good as none', () => {
  saveDraft(ofNew, { topic: '旧版本' });
  expect(open(ofNew)).toEqual({ form: fresh, isResumed: false, hasAside: false });
});

it('what was typed of a draft waits where somebody has published it meanwhile', () => {
  const name = unsavedNameOf('study-1', undefined);
  const { draftRevision: _, ...words } = typed;
  const published = { ...words, revision: 1, topic: '别人的题目' };
  saveDraft(name, typed);
  expect(openKept(name, unsavedStudy, published)).toEqual({
    form: published,
    isResumed: false,
    hasAside: true,
  });
  expect(takeAside(name, unsavedStudy, published)?.form).toEqual({ ...words, revision: 1 });
});

it('what was typed of a draft waits where somebody has saved it meanwhile, and goes over theirs', () => {
  const name = unsavedNameOf('study-1', undefined);
  const saved = { ...typed, draftRevision: 2, topic: '别人存的题目' };
  saveDraft(name, typed);
  expect(openKept(name, unsavedStudy, saved)).toEqual({
    form: saved,
    isResumed: false,
    hasAside: true,
  });
  expect(takeAside(name, unsavedStudy, saved)?.form).toEqual({ ...typed, draftRevision: 2 });
});

it('a new study that was saved as a draft is gone on with over what this phone has saved', () => {
  const saved = { ...typed, draftRevision: 3 };
  saveDraft(ofNew, saved);
  expect(open(ofNew)).toEqual({ form: saved, isResumed: true, hasAside: false });
});

it('what waits of another study becomes the one that is written, not that other again', () => {
  saveDraft(`${ofNew}:aside`, { forms: [{ ...typed, draftRevision: 1 }] });
  expect(takeAside(ofNew, unsavedStudy, fresh)?.form).toEqual({
    ...typed,
    studyId: 'study-2',
    draftRevision: 0,
  });
});

it('what was typed elsewhere is gone on with, and what was typed here waits', () => {
  const dead = unsavedNameOf('study-1', undefined);
  const here = { ...fresh, studyId: 'study-3', topic: '这里写的' };
  saveDraft(dead, { ...typed, draftRevision: 4 });
  saveDraft(ofNew, here);
  const names = [dead, ofNew] as const;
  const form = { ...typed, studyId: 'study-2', draftRevision: 0 };
  expect(goOnElsewhere(names, unsavedStudy, fresh, undefined)).toEqual({
    form,
    isResumed: true,
    hasAside: true,
  });
  expect(takeAside(ofNew, unsavedStudy, form)?.form).toMatchObject({ topic: '这里写的' });
  expect(goOnElsewhere([dead, dead], unsavedStudy, fresh, undefined)).toBeUndefined();
});
