import { isRinging } from '../../domain/content/suggestion/ringing';
import type { SuggestionDocument } from '../_store/content/suggestion-document';
import { suggestions } from '../_store/content/suggestions';
import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { members } from '../_store/people/members';
import { readOrganisation } from '../_store/people/organisation';
import { isIn } from './inbox-entry';
import { whomItRings } from './ringing';
import { nobodyId, ringId, ringUrgent, tellNobodyRang } from './tell-of-ringing';
import type { Call } from './tell-of-suggestion';

/**
 * Writes down whose phone a round of an urgent hazard has rung; where it was nobody's, rings whoever
 * comes next, and tells its member once nobody is left. Whether others are to be rung now. One request
 * while it is not known yet. docs/rules.md#R-341
 */
export async function ringOn(suggestion: SuggestionDocument, call: Call): Promise<boolean> {
  const { _id, rang, notRung = [], ringing, state } = suggestion;
  if (ringing === undefined) return false;
  const { round } = ringing;
  const told = await deliveries.ofMessage(ringId(_id, round));
  const heard = rang.map((called) => ({ called, became: becameOf(told, called.memberId) }));
  const waits = heard.some(({ became }) => became === 'unheard');
  if (waits && state !== 'taken-back' && isRinging(ringing, call.nowMs)) return false;
  const rung = heard.filter(({ became }) => became === 'rang').map(({ called }) => called);
  const silent = heard
    .filter(({ became }) => became !== 'rang')
    .map(({ called }) => ({ ...called, wasTried: true as const }));
  const known = { rang: rung, notRung: [...notRung, ...silent] };
  // Whoever has looked at it or taken it back has made the rest needless.
  if (rung.length === 0 && state === 'received') {
    return ringNext({ ...suggestion, ...known }, known.notRung, call);
  }
  await suggestions.noteRinging(suggestion, { ...known, ringing: { round, sinceAtMs: null } });
  return false;
}

async function ringNext(
  suggestion: SuggestionDocument,
  before: NonNullable<SuggestionDocument['notRung']>,
  call: Call,
): Promise<boolean> {
  const { _id, branchId, ownerId, ringing } = suggestion;
  const [ofBranch, organisation] = await Promise.all([
    members.ofBranch(branchId),
    readOrganisation(),
  ]);
  const past = new Set(before.map(({ memberId }) => memberId));
  const next = await whomItRings(ownerId, ofBranch, organisation, call.nowMs, past);
  const round = (ringing?.round ?? 0) + 1;
  const isSomebody = next.rang.length > 0;
  const called = await members.byIds([...next.rang, ...next.notRung].map((each) => each.memberId));
  await ringUrgent(suggestion, round, called, call);
  if (!isSomebody) await tellNobodyRang(suggestion, call);
  const isNoted = await suggestions.noteRinging(suggestion, {
    rang: next.rang,
    notRung: [...before, ...next.notRung],
    ringing: { round, sinceAtMs: isSomebody ? call.nowMs : null },
  });
  if (isNoted) return isSomebody;
  // Another run was first, or it was looked at or taken back since it was read.
  const present = await suggestions.byId(_id);
  if (present?.state !== 'received') {
    await deliveries.cancelEach([ringId(_id, round), nobodyId(_id)], call.nowMs);
  }
  return false;
}

/** Only what WeChat has taken rings: of an unclear answer nobody knows. docs/rules.md#R-58 */
function becameOf(
  told: readonly DeliveryDocument[],
  memberId: string,
): 'rang' | 'silent' | 'unheard' {
  if (told.length === 0) return 'unheard';
  const groups = told.flatMap((document) => document.groups).filter((each) => isIn(each, memberId));
  const outcomes = groups.map(({ outcomes: each }) => each[memberId]);
  if (outcomes.includes('sent')) return 'rang';
  return groups.some(({ state }, at) => state !== 'done' && outcomes[at] === undefined)
    ? 'unheard'
    : 'silent';
}
