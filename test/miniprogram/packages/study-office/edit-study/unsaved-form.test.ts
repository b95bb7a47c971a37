import {
  dropUnsavedForm,
  storeUnsavedForm,
  unsavedForm,
  unsavedNameOf,
} from '../../../../../miniprogram/packages/study-office/edit-study/unsaved-form';
import { newForm } from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { holdFakePhone, type FakePhone } from '../../../fake-phone';
import { NOW_MS } from '../../../../builders/phone/study';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const ofNew = unsavedNameOf(undefined, undefined);

it('what was typed is there again, for a new study of each branch and for each study by itself', () => {
  const form = { ...newForm('study-1', 'sitting-1', NOW_MS), topic: '写到一半' };
  storeUnsavedForm(ofNew, form);
  expect(unsavedForm(ofNew)).toEqual(form);
  expect(unsavedForm(unsavedNameOf('study-1', undefined))).toBeUndefined();
  expect(unsavedForm(unsavedNameOf(undefined, 'other-branch'))).toBeUndefined();
  dropUnsavedForm(ofNew);
  expect(unsavedForm(ofNew)).toBeUndefined();
});

it('a form of another shape is as good as none', () => {
  storeUnsavedForm(ofNew, newForm('study-1', 'sitting-1', NOW_MS));
  for (const key of phone.storage.keys()) phone.storage.set(key, { topic: '旧版本' });
  expect(unsavedForm(ofNew)).toBeUndefined();
});
