import type { DeliveryDocument } from '../../cloudfunctions/_store/delivery/delivery-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { sendNotice } from '../../contract/notice/sending';
import type { InputOf } from '../../contract/action';
import { KIND_RULES } from '../../domain/notice/notice-kinds';
import { localDay, MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { startTestCloud, TEST_START_MS, type TestCloud } from './test-cloud';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import { aBranch, accountOf, aMember, anUnboundMember, aRotation } from '../builders/documents';
import { plantOnly, type Documents, storedDeliveries } from '../builders/stored';
import { phone, type Phone } from '../client';

export const START_MS = TEST_START_MS;
export const hours = (count: number) => count * MS_PER_HOUR;
export const NOTICE_TEMPLATE = 'LOCAL-FAKE-notice';

type Draft = InputOf<typeof sendNotice>['draft'];

export interface NoticeWorld {
  readonly cloud: TestCloud;
  readonly phone: (memberId: string) => Phone;
  readonly deliveries: () => readonly DeliveryDocument[];
  /** Sends as the secretary does; the id of the message. */
  readonly sent: (draft?: Partial<Draft>) => Promise<string>;
  /** Credits at WeChat and in our own ledger. */
  readonly credits: (memberId: string, count: number) => void;
  readonly reset: (more?: readonly Member[]) => Promise<void>;
}

/**
 * Branch `own` on a Wednesday at 09:00: `day` and `leader` are awake and free, `night` came home
 * from a night shift that ended at 08:00 and sleeps until 16:00, `una` is bound to nobody.
 */
export async function startNoticeWorld(functions: readonly string[]): Promise<NoticeWorld> {
  const cloud = await startTestCloud({ functions, templates: LOCAL_TEMPLATES });
  const world = aWorld();
  let sentSoFar = 0;
  let members: readonly Member[] = world.members;
  const phoneOf = (memberId: string) => phone(cloud, accountOf(memberId), memberId);
  const plantAll = () => plantOnly(cloud, { ...world, members });
  return {
    cloud,
    phone: phoneOf,
    deliveries: () => storedDeliveries(cloud),
    async sent(draft = {}) {
      sentSoFar += 1;
      const messageId = `message-${sentSoFar}`;
      await phoneOf('secretary').get(sendNotice, { messageId, draft: aNotice(draft) });
      return messageId;
    },
    credits(memberId, count) {
      cloud.wechat.messages.grant(accountOf(memberId), NOTICE_TEMPLATE, count);
    },
    async reset(more = []) {
      await cloud.reset();
      members = [...world.members, ...more];
      await plantAll();
    },
  };
}

/** What follows from its kind follows. */
export function aNotice(draft: Partial<Draft> = {}): Draft {
  const { kind = 'branch-notice' } = draft;
  const { channel, urgency, isMustRead } = KIND_RULES[kind];
  return {
    kind,
    channel,
    urgency,
    isMustRead,
    title: 'title',
    body: 'body',
    audience: { kind: 'branch' },
    sendAfterAtMs: null,
    deadlineAtMs: START_MS + MS_PER_DAY,
    ...draft,
  };
}

/** With three credits for every template. */
export const withCredits = (memberId: string, member: Partial<Member> = {}): Member =>
  aMember(memberId, { credits: { notice: 3, study: 3, reminder: 3 }, ...member });

function aWorld(): Documents & { readonly members: readonly Member[] } {
  const longAgo = localDay('2024-01-01');
  return {
    branches: [aBranch('own'), aBranch('other')],
    // On the first day crew-4 works 02-08; shifts of five crews and four kinds.
    rotations: [aRotation({ anchorDay: localDay('2025-03-05') })],
    members: [
      aMember('secretary', { roles: ['member', 'secretary'] }),
      aMember('inspector', { roles: ['member', 'discipline-officer'] }),
      withCredits('leader', { roles: ['member', 'group-leader'] }),
      withCredits('day'),
      withCredits('night', { crewHistory: [{ crewId: 'crew-4', fromDay: longAgo }] }),
      anUnboundMember('una'),
      withCredits('foreigner', { branchId: 'other' }),
      aMember('foreign-secretary', { branchId: 'other', roles: ['member', 'secretary'] }),
    ],
  };
}
