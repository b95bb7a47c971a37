import { answerMakeUp } from '../../../../../contract/study/make-up';
import { aMakeUp } from '../../../../builders/phone/make-up';
import { NOW_MS } from '../../../../builders/phone/study';
import { addToWx, noNetwork, yes } from '../../../fake-phone';
import { holdPage, tapAtOneSpot, tapOn } from '../../../held-page';

const loadQuiz = () =>
  import('../../../../../miniprogram/packages/study/make-up-quiz/make-up-quiz');

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
});

/** A quiz whose first question has been answered, and what it has put off. */
async function answered(answer: () => unknown) {
  const makeUp = aMakeUp();
  const [first, second] = makeUp.questions;
  if (first === undefined || second === undefined)
    throw new Error('a quiz of two questions at least');
  const later: (() => void)[] = [];
  const { page, phone } = await holdPage(loadQuiz, { studyId: 'study-1' });
  jest.spyOn(globalThis, 'setTimeout').mockImplementation((run) => {
    later.push(run);
    return 0 as unknown as NodeJS.Timeout;
  });
  addToWx({ pageScrollTo: () => undefined });
  phone.answer = ({ action }) => (action === answerMakeUp.name ? answer() : yes(makeUp));
  await page.does('load');
  await page.does('onOptionTap', tapOn({ optionId: makeUp.questions[0]?.options[0]?.optionId }));
  await page.does('onActionTap', tapAtOneSpot);
  return { page, later };
}

const placeOf = ({ data }: { data: Record<string, unknown> }) =>
  (data['view'] as { readonly place: string }).place;

const rightAnswer = () =>
  yes({
    isRight: true,
    rightOptionIds: [],
    why: '监护人是票上写了名字的人',
    right: [],
    doneAtMs: null,
    minutes: 0,
  });

test.each([
  ['that was heard', rightAnswer],
  ['that waits in the phone', noNetwork],
])('what comes of an answer %s is not left by the second of two quick taps', async (_, answer) => {
  const { page, later } = await answered(answer);
  await page.does('onActionTap', tapAtOneSpot);
  expect(placeOf(page)).toBe('第 1 题，共 2 题');
  for (const run of later) run();
  await page.does('onActionTap', tapAtOneSpot);
  expect(placeOf(page)).toBe('第 2 题，共 2 题');
});
