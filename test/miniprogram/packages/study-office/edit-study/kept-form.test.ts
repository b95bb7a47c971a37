import {
  dropKeptForm,
  keepForm,
  keptForm,
} from '../../../../../miniprogram/packages/study-office/edit-study/kept-form';
import { newForm } from '../../../../../miniprogram/packages/study-office/edit-study/study-form';
import { holdFakePhone, type FakePhone } from '../../../fake-phone';
import { NOW_MS } from '../../../../builders/phone/study';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

it('what was typed is there again, for a new study and for each study by itself', () => {
  const form = { ...newForm('study-1', 'sitting-1', NOW_MS), topic: '写到一半' };
  keepForm(undefined, form);
  expect(keptForm(undefined)).toEqual(form);
  expect(keptForm('study-1')).toBeUndefined();
  dropKeptForm(undefined);
  expect(keptForm(undefined)).toBeUndefined();
});

it('a form of another shape is as good as none', () => {
  keepForm(undefined, newForm('study-1', 'sitting-1', NOW_MS));
  for (const key of phone.storage.keys()) phone.storage.set(key, { topic: '旧版本' });
  expect(keptForm(undefined)).toBeUndefined();
});
