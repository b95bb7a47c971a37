import { markTold } from '../../../../../miniprogram/packages/channel-office/pre-shift/mark-told';
import { holdFakePhone, noNetwork, yes, type FakePhone } from '../../../fake-phone';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const crew = Array.from({ length: 101 }, (_, at) => `member-${at}`);
const sent = () =>
  phone.calls.map(({ data }) => (data['input'] as { memberIds: readonly string[] }).memberIds);

test('a crew of more than fifty is marked in parts', async () => {
  phone.answer = () => yes({ told: 1 });
  expect(await markTold('message', crew)).toEqual({ memberIds: crew, failure: undefined });
  expect(sent().map(({ length }) => length)).toEqual([50, 50, 1]);
  expect(sent().flat()).toEqual(crew);
});

test('where one part gets no answer, those before it are marked and the others are not', async () => {
  phone.answer = () => (phone.calls.length < 2 ? yes({ told: 50 }) : noNetwork());
  const { memberIds, failure } = await markTold('message', crew);
  expect(memberIds).toEqual(crew.slice(0, 50));
  expect(failure).toMatchObject({ code: 'offline' });
});
