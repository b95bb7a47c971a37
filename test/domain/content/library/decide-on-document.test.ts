import {
  decideOnDocument,
  type DocumentDeed,
  type DocumentStanding,
} from '../../../../domain/content/library/decide-on-document';
import { LIBRARY_LIMITS } from '../../../../domain/content/library/library-rules';

const shown: DocumentStanding = { isTakenDown: false, isShown: true, offered: null, versions: 1 };
const waiting = { ...shown, offered: { byMemberId: 'anna', isWaiting: true } };
const returned = { ...shown, offered: { byMemberId: 'anna', isWaiting: false } };
const first = { ...waiting, isShown: false, versions: 0 };
const down = { ...waiting, isTakenDown: true };
const full = { ...shown, versions: LIBRARY_LIMITS.versions };

const offer: DocumentDeed = { kind: 'offer' };
const pass = (byMemberId: string): DocumentDeed => ({ kind: 'pass', byMemberId });
const giveBack = (byMemberId: string): DocumentDeed => ({ kind: 'return', byMemberId });

test.each<[string, DocumentStanding, DocumentDeed, string]>([
  ['a version is offered after one that is read', shown, offer, 'done'],
  ['a version is offered after one that was returned', returned, offer, 'done'],
  ['a version is offered while one waits', waiting, offer, 'waits-for-check'],
  ['a version too many is offered', full, offer, 'too-many-versions'],
  ['a version is offered of what is taken down', down, offer, 'taken-down'],
  ['another officer checks', waiting, pass('bert'), 'done'],
  ['another officer checks the first version', first, pass('bert'), 'done'],
  ['who has brought it checks', waiting, pass('anna'), 'own-upload'],
  ['who has brought it returns it', waiting, giveBack('anna'), 'own-upload'],
  ['another officer returns it', waiting, giveBack('bert'), 'done'],
  ['somebody checks what was returned', returned, pass('bert'), 'nothing-to-check'],
  ['somebody checks where nothing was offered', shown, pass('bert'), 'nothing-to-check'],
  ['somebody checks what is taken down', down, pass('bert'), 'taken-down'],
  ['the last day of what is read is moved', shown, { kind: 'prolong' }, 'done'],
  ['the last day of what nobody reads is moved', first, { kind: 'prolong' }, 'not-shown'],
  ['what waits is taken down', first, { kind: 'take-down' }, 'done'],
  ['what is taken down is taken down', down, { kind: 'take-down' }, 'taken-down'],
])('%s', (_what, standing, deed, outcome) => {
  const decision = decideOnDocument(standing, deed);
  expect(decision.kind === 'done' ? 'done' : decision.reason).toBe(outcome);
});
