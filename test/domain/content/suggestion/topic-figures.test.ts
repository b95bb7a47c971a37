import fc from 'fast-check';
import { TOPICS, type Topic } from '../../../../domain/content/suggestion/suggestion';
import {
  LEAST_PEOPLE,
  topicFigures,
  type RaisedTopic,
} from '../../../../domain/content/suggestion/topic-figures';

const raisedBy = (topic: Topic, people: number, each = 1): RaisedTopic[] =>
  Array.from({ length: people * each }, (_, at) => ({ topic, memberId: `m${at % people}` }));

test('a topic is named from five people on, and however much four have raised it is not', () => {
  const raised = [...raisedBy('living', 5), ...raisedBy('study', 4, 3)];
  expect(topicFigures(raised)).toEqual({
    topics: [{ topic: 'living', count: 5, people: 5 }],
    rest: null,
  });
});

test('what is left is one sum, when it is of five people too', () => {
  const raised = [...raisedBy('study', 4), { topic: 'pay' as const, memberId: 'another' }];
  expect(topicFigures(raised)).toEqual({ topics: [], rest: { count: 5, people: 5 } });
  expect(topicFigures(raised.slice(1))).toEqual({ topics: [], rest: null });
});

test('no figure is ever of fewer people', () => {
  const one = fc.record({
    topic: fc.constantFrom(...TOPICS),
    memberId: fc.integer({ min: 1, max: 12 }).map((number) => `m${number}`),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (raised) => {
      const { topics, rest } = topicFigures(raised);
      for (const { people, count } of [...topics, ...(rest === null ? [] : [rest])]) {
        expect(people).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        expect(count).toBeGreaterThanOrEqual(people);
      }
    }),
  );
});
