import type { LibraryDocument } from '../../../../cloudfunctions/_store/content/library-document';
import {
  checkDocument,
  offerDocument,
  offerVersion,
  prolongDocument,
  takeDownDocument,
} from '../../../../contract/content/library';
import type { OfferedContent } from '../../../../contract/content/library-shapes';
import type { Audience } from '../../../../contract/people/audience';
import { addDays, dayOfInstant } from '../../../../domain/time/local-day';
import { accountOf } from '../../../builders/documents';
import { aPdf } from '../../../builders/office-files';
import { insist } from '../actor';
import { anAudience, peopleOf } from '../messages';
import { BRANCHES, secretaryOf } from '../organisation';
import type { ContentStage } from './chronicle';
import { writerOf } from './organisation';

const DECLARED = { isPublic: true, hasNoWorkSecrets: true, isNoStampedPaper: true } as const;

const ofBranch = ({ recorder }: ContentStage, branchId: string) =>
  recorder.members().filter((member) => member.branchId === branchId && member.leftDay === null);

/** Somebody of a branch who brings documents. */
const keeperOf = ({ dice }: ContentStage, branchId: string) =>
  dice.pick([
    secretaryOf(branchId),
    writerOf('party', branchId),
    writerOf('party', branchId),
    writerOf('integrity', branchId),
  ]);

function aContent({ dice, cloud }: ContentStage, byId: string, versionId: string): OfferedContent {
  if (dice.chance(50)) return { kind: 'link', url: `https://example.org/${versionId}` };
  const path = `library/202503/${byId}/${versionId}.pdf`;
  const fileId = cloud.files.write(path, aPdf(`% ${versionId}`));
  return { kind: 'file', fileId, fileName: 'paper.pdf' };
}

/** The branch, or part of it. */
const readersIn = (stage: ContentStage, branchId: string): Audience =>
  stage.dice.chance(40)
    ? { kind: 'branch' }
    : anAudience(stage.dice, ofBranch(stage, branchId), stage.recorder.nowMs);

/** What is said of a version; who reads it may be nobody in particular. */
function aVersion(stage: ContentStage, byId: string, branchId: string) {
  const { dice, recorder, newId } = stage;
  const versionId = newId('version');
  const today = dayOfInstant(recorder.nowMs);
  return {
    versionId,
    title: versionId,
    number: null,
    source: 'the paper',
    content: aContent(stage, byId, versionId),
    validUntilDay: dice.chance(25) ? addDays(today, dice.whole(8, 40)) : null,
    readers: dice.chance(80) ? readersIn(stage, branchId) : null,
    declared: DECLARED,
  };
}

export async function offerOne(stage: ContentStage): Promise<void> {
  const branchId = stage.dice.pick(BRANCHES);
  const byId = keeperOf(stage, branchId);
  const version = aVersion(stage, byId, branchId);
  const documentId = stage.newId('document');
  const input = { documentId, ...version };
  const reply = await insist(stage, accountOf(byId), offerDocument, input);
  if (!reply.ok) throw new Error(`offerDocument: ${reply.code}`);
}

/** The next version of a document, which asks its readers anew or only says it better. */
export async function offerNext(stage: ContentStage): Promise<void> {
  const { dice, chronicle, recorder } = stage;
  const today = dayOfInstant(recorder.nowMs);
  const shown = chronicle.documents().filter(({ state, current, offered }) => {
    const isOver = current?.validUntilDay != null && current.validUntilDay <= today;
    return state === 'shown' && offered === null && !isOver;
  });
  if (shown.length === 0) return;
  const { _id: documentId, branchId, revision, current } = dice.pick(shown);
  if (current === null) throw new Error(`${documentId} is shown and has no version`);
  const byId = keeperOf(stage, branchId);
  const size = dice.pick(['minor', 'major'] as const);
  const version = aVersion(stage, byId, branchId);
  const { validUntilDay, readers } = current;
  const reply = await insist(stage, accountOf(byId), offerVersion, {
    documentId,
    revision,
    ...version,
    // Whoever reads it now reads the better words, until the same day.
    ...(size === 'minor' && { validUntilDay, readers }),
    change: { size, changed: 'a letter' },
  });
  if (!reply.ok) throw new Error(`offerVersion: ${reply.code}`);
}

/** A second officer looks at one that waits; what is returned is offered again by another version. */
export async function checkOne(stage: ContentStage): Promise<void> {
  const { dice, chronicle, recorder } = stage;
  const waiting = chronicle
    .documents()
    .filter(({ offered, state }) => offered !== null && state !== 'taken-down');
  if (waiting.length === 0) return;
  const document = dice.pick(waiting);
  const { _id: documentId, branchId, offered, revision, current } = document;
  if (offered === null) return;
  if (offered.returned !== null) {
    const { by } = offered.version;
    const { readers, ...version } = aVersion(stage, by.memberId, branchId);
    const change = current === null ? null : ({ size: 'major', changed: 'a letter' } as const);
    const input = { documentId, revision, ...version, readers, change };
    const reply = await insist(stage, accountOf(by.memberId), offerVersion, input);
    if (!reply.ok) throw new Error(`offerVersion: ${reply.code}`);
    return;
  }
  const { versionId, readers, by, size } = offered.version;
  const others = [
    secretaryOf(branchId),
    writerOf('party', branchId),
    writerOf('integrity', branchId),
  ];
  const checker = dice.pick(others.filter((memberId) => memberId !== by.memberId));
  const verdict = dice.chance(15)
    ? ({ kind: 'return', reason: 'not so' } as const)
    : ({ kind: 'pass' } as const);
  const { nowMs } = recorder;
  const reply = await insist(stage, accountOf(checker), checkDocument, {
    documentId,
    versionId,
    verdict,
  });
  if (!reply.ok) throw new Error(`checkDocument: ${reply.code}`);
  const asks = verdict.kind === 'pass' && readers !== null && size !== 'minor';
  if (!asks) return;
  const memberIds = peopleOf(readers, ofBranch(stage, branchId), nowMs);
  noteEdition(stage, documentId, memberIds);
}

function noteEdition(
  { chronicle }: ContentStage,
  documentId: string,
  memberIds: readonly string[],
): void {
  const message = chronicle.documents().find(({ _id }) => _id === documentId)?.message;
  if (message == null) throw new Error(`${documentId} asks nobody`);
  chronicle.kept.editions.push({ ...chronicle.now(), documentId, ...message, memberIds });
}

/** Goes on with one that ends soon, or takes one down. */
export async function keepOne(stage: ContentStage): Promise<void> {
  const { dice, chronicle, recorder } = stage;
  const today = dayOfInstant(recorder.nowMs);
  const shown = chronicle.documents().filter(({ state }) => state === 'shown');
  const ending = shown.filter(({ current }) => isEnding(current, today));
  if (dice.chance(60) && ending.length > 0) {
    const { _id: documentId, branchId } = dice.pick(ending);
    const validUntilDay = addDays(today, dice.whole(30, 90));
    const input = { documentId, validUntilDay };
    const reply = await insist(stage, accountOf(secretaryOf(branchId)), prolongDocument, input);
    if (!reply.ok) throw new Error(`prolongDocument: ${reply.code}`);
  } else if (dice.chance(20) && shown.length > 5) {
    const { _id: documentId, branchId } = dice.pick(shown);
    const input = { documentId, reason: 'no more so' };
    const reply = await insist(stage, accountOf(secretaryOf(branchId)), takeDownDocument, input);
    if (!reply.ok) throw new Error(`takeDownDocument: ${reply.code}`);
  }
}

/** In the next two weeks, and not yet. */
const isEnding = (current: LibraryDocument['current'], today: string) =>
  current?.validUntilDay != null &&
  today < current.validUntilDay &&
  current.validUntilDay <= addDays(today as never, 14);
