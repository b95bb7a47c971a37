import type { OutputOf } from '../../contract/action';
import type { roll } from '../../contract/study/register';
import type { studyDetail } from '../../contract/study/mine';
import { aLine, aRoll, aStudy } from '../builders/phone/register';
import { NOW_MS } from '../builders/phone/study';
import { ADDED, ofLaterRelease, UNKNOWN, UNKNOWN_PAGE } from './later-release';

const later = <T>(fn: string, name: string, output: T) => ofLaterRelease(fn, name, output) as T;

it('of several values in one place all but the first are unknown, and every object has more', () => {
  const lines = ['a', 'b', 'c'].map((memberId) => aLine({ memberId, state: 'attended' }));
  const answer = later<OutputOf<typeof roll>>('study', 'roll', aRoll({ lines }));
  expect(answer.lines.map(({ state }) => state)).toEqual(['attended', UNKNOWN, UNKNOWN]);
  for (const each of [answer, answer.study, ...answer.lines]) expect(each).toMatchObject(ADDED);
});

it('a single value is unknown, and so is the kind of a union', () => {
  const output = { nowMs: NOW_MS, study: aStudy(), mine: null, canPresent: true, canEdit: true };
  const answer = later<OutputOf<typeof studyDetail>>('study', 'studyDetail', output);
  expect(answer.study).toMatchObject({ kind: UNKNOWN, state: UNKNOWN });
  expect(answer.study.audience).toEqual({ kind: UNKNOWN, ...ADDED });
});

it('of what is held beside each other there is one more', () => {
  const me = { memberId: 'm', roles: ['member'] };
  const answer = later('member', 'hello', { nowMs: NOW_MS, me });
  expect(answer.me.roles).toEqual(['member', UNKNOWN]);
});

it('of pages that messages lead to all but the first are unknown, and none is made up', () => {
  const pages = ['packages/study/detail/detail', null, 'packages/roster/swap/swap'];
  const items = pages.map((page) => ({ page }));
  const answer = later('notify', 'inbox', { items });
  expect(answer.items.map(({ page }) => page)).toEqual([pages[0], null, UNKNOWN_PAGE]);
});
