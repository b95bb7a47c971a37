import {
  dropKeptForm,
  keepForm,
  keptForm,
  keptNameOf,
} from '../../../../../miniprogram/packages/study-office/edit-study/kept-form';
import { newForm } from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { holdFakePhone, type FakePhone } from '../../../fake-phone';
import { NOW_MS } from '../../../../builders/phone/study';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const ofNew = keptNameOf(undefined, undefined);

it('what was typed is there again, for a new study of each branch and for each study by itself', () => {
  const form = { ...newForm('study-1', 'sitting-1', NOW_MS), topic: '写到一半' };
  keepForm(ofNew, form);
  expect(keptForm(ofNew)).toEqual(form);
  expect(keptForm(keptNameOf('study-1', undefined))).toBeUndefined();
  expect(keptForm(keptNameOf(undefined, 'other-branch'))).toBeUndefined();
  dropKeptForm(ofNew);
  expect(keptForm(ofNew)).toBeUndefined();
});

it('a form of another shape is as good as none', () => {
  keepForm(ofNew, newForm('study-1', 'sitting-1', NOW_MS));
  for (const key of phone.storage.keys()) phone.storage.set(key, { topic: '旧版本' });
  expect(keptForm(ofNew)).toBeUndefined();
});
