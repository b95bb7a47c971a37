import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { rotationOf } from '../../cloudfunctions/_store/roster/shift-documents';
import type { SwapDocument } from '../../cloudfunctions/_store/roster/swaps';
import { cycleSlotsOn } from '../../domain/shift/each-roster-day';
import type { ShiftSlot } from '../../domain/shift/rotation';
import {
  addDays,
  dayNumberOf,
  dayOfInstant,
  MS_PER_DAY,
  type LocalDay,
} from '../../domain/time/local-day';
import { rotationDocuments } from './organisation';
import { demoPerson } from './people';

const SWAP_ID = 'demo-swap';
const PROPOSER_ID = 'yx12';
const PARTNER_ID = 'yx25';
const DAYS_AHEAD = 2;

/** Agreed yesterday, for the day after tomorrow; no officer has seen it yet. */
export function demoSwap(nowMs: number): SwapDocument {
  const [proposer, partner] = [demoPerson(PROPOSER_ID), demoPerson(PARTNER_ID)];
  const day = addDays(dayOfInstant(nowMs), DAYS_AHEAD);
  return {
    _id: SWAP_ID,
    branchId: proposer.branchId,
    proposerId: PROPOSER_ID,
    proposerName: proposer.name,
    partnerId: PARTNER_ID,
    partnerName: partner.name,
    days: [day],
    lastDay: day,
    takes: [{ day, proposer: slotsOn(PARTNER_ID, day), partner: slotsOn(PROPOSER_ID, day) }],
    reason: null,
    state: 'agreed',
    proposedAtMs: nowMs - MS_PER_DAY,
    seenBy: null,
    schemaVersion: 1,
  };
}

/** What the swap puts into a member's days; nothing for whoever is neither of the two. */
export function swappedDaysOf(memberId: string, today: LocalDay): Member['overrides'] {
  const pair = [PROPOSER_ID, PARTNER_ID];
  const otherId = pair.find((each) => each !== memberId);
  if (!pair.includes(memberId) || otherId === undefined) return [];
  const day = addDays(today, DAYS_AHEAD);
  return [
    {
      kind: 'swap',
      id: `${SWAP_ID}-${day}`,
      fromDay: day,
      toDay: addDays(day, 1),
      swapId: SWAP_ID,
      withPersonId: otherId,
      slots: slotsOn(otherId, day),
    },
  ];
}

function slotsOn(memberId: string, day: LocalDay): ShiftSlot[] {
  const { crewId } = demoPerson(memberId);
  const rotation = rotationDocuments()
    .map(rotationOf)
    .find(({ crews }) => crews.some((crew) => crew.crewId === crewId));
  return rotation === undefined ? [] : [...cycleSlotsOn(rotation, crewId, dayNumberOf(day))];
}
