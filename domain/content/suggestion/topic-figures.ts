import { TOPICS, type Topic } from './suggestion';

/** Fewer people than this are no group. docs/rules.md#R-214 */
export const LEAST_PEOPLE = 5;

export interface RaisedTopic {
  readonly topic: Topic;
  readonly memberId: string;
}

export interface TopicFigures {
  /** In the order of TOPICS; `people` have raised `count` between them. */
  readonly topics: readonly {
    readonly topic: Topic;
    readonly count: number;
    readonly people: number;
  }[];
  /** What all topics that are no group come to together; null: too few people have raised it. */
  readonly rest: { readonly count: number; readonly people: number } | null;
}

/**
 * What moves people, without anybody in it: a topic is named when five people at least have raised it,
 * and what is left is told as one sum when it is of five people too, and nothing is told of it
 * otherwise, so that no difference between two figures is one person. docs/rules.md#R-214
 */
export function topicFigures(raised: readonly RaisedTopic[]): TopicFigures {
  const of = (topic: Topic) => raised.filter((each) => each.topic === topic);
  const isGroup = (some: readonly RaisedTopic[]) => peopleOf(some) >= LEAST_PEOPLE;
  const named = TOPICS.filter((topic) => isGroup(of(topic)));
  const rest = raised.filter(({ topic }) => !named.includes(topic));
  return {
    topics: named.map((topic) => ({ topic, ...sumOf(of(topic)) })),
    rest: isGroup(rest) ? sumOf(rest) : null,
  };
}

const peopleOf = (raised: readonly RaisedTopic[]): number =>
  new Set(raised.map(({ memberId }) => memberId)).size;

const sumOf = (raised: readonly RaisedTopic[]) => ({
  count: raised.length,
  people: peopleOf(raised),
});
