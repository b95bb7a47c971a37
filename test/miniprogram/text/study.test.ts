import { bareTopic, studyTitle } from '../../../miniprogram/text/study';

const lecture = (topic: string) => ({ kind: 'party-lecture', topic }) as const;

describe('a topic and its kind', () => {
  it.each([
    ['把小事做扎实', '把小事做扎实', '党课：把小事做扎实'],
    ['党课：把小事做扎实', '把小事做扎实', '党课：把小事做扎实'],
    ['党课: 把小事做扎实', '把小事做扎实', '党课: 把小事做扎实'],
    ['党课开讲啦', '党课开讲啦', '党课开讲啦'],
    ['党课：', '党课：', '党课：'],
  ])('name the kind once: %s', (topic, bare, title) => {
    expect(bareTopic(lecture(topic))).toBe(bare);
    expect(studyTitle(lecture(topic))).toBe(title);
  });
});
