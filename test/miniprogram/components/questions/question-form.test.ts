import {
  ofKind,
  withQuestion,
  withRight,
  type QuestionForm,
} from '../../../../miniprogram/components/questions/question-form';

let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${ids}`;
};
beforeEach(() => {
  ids = 1;
});

/** One question with three options, `id-3` to `id-5`. */
function begun(): QuestionForm {
  const [first] = withQuestion({ questions: [] as QuestionForm[] }, newId, 1).questions;
  if (first === undefined) throw new Error('no question');
  return first;
}
const rightOf = (asked: QuestionForm) => asked.options.map(({ isRight }) => isRight);

it('one right option takes the place of another, of several each is for itself', () => {
  const asked = begun();
  const second = asked.options[1]?.optionId ?? '';
  expect(rightOf(withRight(asked, second))).toEqual([false, true, false]);
  const several = ofKind(asked, 'several', newId);
  expect(rightOf(withRight(several, second))).toEqual([true, true, false]);
  const back = ofKind(withRight(several, second), 'single', newId);
  expect(rightOf(back)).toEqual([true, false, false]);
});

it('true or false has two options of its own', () => {
  const asked = withRight(begun(), 'id-4');
  const trueFalse = ofKind(asked, 'true-false', newId);
  expect(trueFalse.options.map(({ text, isRight }) => [text, isRight])).toEqual([
    ['对', false],
    ['不对', true],
  ]);
});
