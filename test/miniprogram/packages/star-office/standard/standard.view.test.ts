import { DEFAULT_STANDARD } from '../../../../../cloudfunctions/_store/star/default-standard.text';
import { faultOfStandard } from '../../../../../domain/star/assessment/standard';
import {
  added,
  judgedItem,
  missingSources,
  sumOfForm,
  withBands,
  withBase,
  without,
  type StandardForm,
} from '../../../../../miniprogram/packages/star-office/standard/form.view';
import { toFormView } from '../../../../../miniprogram/packages/star-office/standard/standard.view';

const form = DEFAULT_STANDARD;

test('a list is taken apart and put together again: what is missing is offered with its points', () => {
  const shorter = without(form, 'make-ups');
  expect(sumOfForm(shorter)).toBe(90);
  expect(toFormView(shorter)).toMatchObject({ sum: '一共 90 分，还差 10 分。', isSumRight: false });
  expect(missingSources(shorter)).toEqual(['make-up', 'notes']);
  const again = added(shorter, 'new', judgedItem('安全生产', 'secretary'));
  expect(again.items.at(-1)).toMatchObject({ points: 10, by: 'secretary' });
  expect(faultOfStandard(again)).toBeUndefined();
});

test('with another base the points that everybody has are in the sum, and levels follow', () => {
  const judged = without(form, 'rules');
  const banded: StandardForm = {
    ...judged,
    items: judged.items.map((item) => withBands(item, 100, item.itemId === 'post')),
  };
  const levels = (of: StandardForm) =>
    of.items.find(({ itemId }) => itemId === 'post')?.bands?.map(({ points }) => points);
  expect(levels(banded)).toEqual([30, 24, 18]);
  expect(levels(withBase(banded, 60))).toEqual([30, 0, -30]);
  expect(toFormView(withBase(form, 60)).sum).toBe('连基础分 60，一共 160 分，多了 60 分。');
});
