import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { InputOf } from '../../../contract/action';
import type { sendNotice } from '../../../contract/notice/sending';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import {
  dayOfInstant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from '../../../domain/time/local-day';
import type { Dice } from '../../domain/delivery/random-worlds';
import { crewOn } from './organisation';

export type Draft = InputOf<typeof sendNotice>['draft'];
type Audience = Draft['audience'];

const DEADLINES_MS = [
  20 * MS_PER_MINUTE,
  2 * MS_PER_HOUR,
  6 * MS_PER_HOUR,
  12 * MS_PER_HOUR,
  MS_PER_DAY,
  3 * MS_PER_DAY,
  6 * MS_PER_DAY,
];

/** A notice of any urgency, deadline and start, to part of a branch. */
export function aDraft(
  dice: Dice,
  title: string,
  ofBranch: readonly Member[],
  nowMs: number,
): Draft {
  const urgency = dice.pick<Draft['urgency']>([
    'timely',
    'timely',
    'timely',
    'timely',
    'digest',
    'digest',
    'urgent',
  ]);
  const written = dice.chance(20) ? 'must-read' : 'branch-notice';
  const kind = urgency === 'urgent' ? 'safety' : written;
  const sendAfterAtMs = dice.chance(20) ? nowMs + dice.whole(10, 2880) * MS_PER_MINUTE : null;
  return {
    kind,
    channel: urgency === 'urgent' ? 'safety' : 'branch',
    urgency,
    title,
    body: 'body',
    audience: anAudience(dice, ofBranch, nowMs),
    isMustRead: KIND_RULES[kind].isMustRead,
    sendAfterAtMs,
    deadlineAtMs: (sendAfterAtMs ?? nowMs) + dice.pick(DEADLINES_MS) + dice.whole(1, 59_999),
  };
}

export function anAudience(dice: Dice, ofBranch: readonly Member[], nowMs: number): Audience {
  const kind = dice.whole(1, 100);
  if (kind <= 2) return { kind: 'branch' };
  const [first] = ofBranch;
  if (kind <= 10 && first?.groupId)
    return { kind: 'groups', groupIds: [dice.pick(groups(ofBranch))] };
  const crews = ofBranch.flatMap((member) => crewOn(member, dayOfInstant(nowMs)) ?? []);
  if (kind <= 40) return { kind: 'crews', crewIds: [dice.pick(crews)] };
  const memberIds = Array.from({ length: dice.whole(1, 9) }, () => dice.pick(ofBranch)._id);
  return { kind: 'people', memberIds: [...new Set(memberIds)] };
}

const groups = (ofBranch: readonly Member[]) =>
  [...new Set(ofBranch.map(({ groupId }) => groupId))].filter((groupId) => groupId !== null);

/** Whom an audience names, in the plainest way. */
export function peopleOf(audience: Audience, ofBranch: readonly Member[], nowMs: number): string[] {
  const day = dayOfInstant(nowMs);
  const isNamed = (member: Member): boolean => {
    switch (audience.kind) {
      case 'branch':
        return true;
      case 'groups':
        return audience.groupIds.includes(member.groupId ?? '');
      case 'crews':
        return audience.crewIds.includes(crewOn(member, day) ?? '');
      case 'people':
        return audience.memberIds.includes(member._id);
    }
  };
  return ofBranch.filter(isNamed).map(({ _id }) => _id);
}
