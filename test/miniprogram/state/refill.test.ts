import { refillIds, type Credit } from '../../../miniprogram/state/refill';

const credit = (templateId: string, count: number): Credit => ({
  templateId,
  templateKey: templateId,
  title: templateId,
  count,
});

describe('asking for reminders along with a tap', () => {
  it('is silent for what the person always accepts', () => {
    expect(refillIds([credit('a', 1), credit('b', 0)], { a: 'accept' }, false)).toEqual(['a']);
  });

  it('opens a dialog only for what is used up, once', () => {
    const credits = [credit('a', 0), credit('b', 1)];
    expect(refillIds(credits, {}, true)).toEqual(['a']);
    expect(refillIds(credits, {}, false)).toEqual([]);
  });

  it('never asks for what the person always refuses', () => {
    expect(refillIds([credit('a', 0)], { a: 'reject' }, true)).toEqual([]);
  });

  it('stops when there are enough', () => {
    expect(refillIds([credit('a', 4)], { a: 'accept' }, true)).toEqual(['a']);
    expect(refillIds([credit('a', 5)], { a: 'accept' }, true)).toEqual([]);
  });

  it('asks for three at most', () => {
    const credits = ['a', 'b', 'c', 'd'].map((id) => credit(id, 0));
    expect(refillIds(credits, {}, true)).toEqual(['a', 'b', 'c']);
  });
});
