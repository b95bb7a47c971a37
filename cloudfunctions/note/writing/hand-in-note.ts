import type { InputOf } from '../../../contract/action';
import type { handInNote as action } from '../../../contract/note/writing';
import { decideOnNote } from '../../../domain/note/decide-on-note';
import { NOTE_LIMITS } from '../../../domain/note/note';
import { dayOfInstant, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { CHECK_MINUTES, worstCheck } from '../../../domain/words/check-state';
import { checkWords } from '../../_kit/content-checks';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { tellOfHazard } from '../../_deliver/tell-about-note';
import { type NoteDocument, withoutSharing } from '../../_store/note/note-document';
import { notes } from '../../_store/note/notes';
import { memberOfCaller } from '../../_store/people/callers';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { checkFields } from '../../_store/picture/checked-pictures';
import { pickedPictures } from '../../_store/picture/picked-pictures';
import { studies } from '../../_store/study/studies';
import { standingOf } from '../standing';

type Input = InputOf<typeof action>;

/**
 * One write, after words and new pictures were given to WeChat. A verdict on a picture comes later,
 * as an event. docs/rules.md#R-109, docs/rules.md#R-112
 */
export const handInNote: Handler<typeof action> = async (input, ctx) => {
  const { noteId, versionId } = input;
  const { memberId } = ctx.caller;
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  if ((input.type === 'study-note') !== (input.studyId !== null)) {
    return ctx.fail('bad-input', { path: 'studyId' });
  }
  const known = await notes.byId(noteId);
  if (known !== null && known.ownerId !== memberId)
    return ctx.fail('bad-input', { path: 'noteId' });
  if (known?.versionId === versionId) return again(known);
  if (known === null && input.basedOn !== null) return ctx.fail('bad-input', { path: 'basedOn' });
  const obstacle = obstacleTo(known, input, ctx.caller, nowMs);
  if (obstacle !== undefined) {
    return ctx.fail(
      obstacle,
      known === null ? undefined : { version: known.version, state: known.state },
    );
  }
  const studyTopic = known === null ? await topicOf(input.studyId, ctx.caller) : known.studyTopic;
  if (studyTopic === undefined) return ctx.fail('no-such-study');

  const verdict = await checkWords(ctx.openId, `${input.title}\n${input.text}`);
  if (verdict.kind === 'refused') return ctx.fail('words-refused', { label: verdict.label });
  const { openId, newId } = ctx;
  const who = { folder: 'notes', hasSmall: false, memberId, openId, newId } as const;
  const picked = await pickedPictures(input.pictures, known?.pictures ?? [], who);
  if (picked.kind === 'not-own') return ctx.fail('bad-input', { path: `pictures.${picked.at}` });
  if (picked.kind !== 'picked') {
    return ctx.fail(`picture-${picked.kind}`, { number: picked.at + 1 });
  }
  const organisation = await organisationOnHotPath([member]);
  const written = {
    ownerName: member.name,
    crewName: organisation.placeOf(member, dayOfInstant(nowMs)).crewName,
    title: input.title,
    text: input.text,
    ...checkFields(picked.pictures, nowMs + CHECK_MINUTES * MS_PER_MINUTE),
    textCheck: verdict.kind,
    versionId,
    handedInAtMs: nowMs,
    state: 'to-read',
  } as const;
  const note =
    known === null
      ? await begin(
          { ...written, _id: noteId, type: input.type },
          { ...input, studyTopic },
          ctx.caller,
        )
      : await notes.write(known, { ...written, ...nextVersion(known) }, nowMs);
  if (note !== null) return ctx.answer(await asBefore(note));
  // The same call came twice at once, or another phone was faster.
  const first = await notes.byId(noteId);
  if (first?.ownerId !== memberId) return ctx.fail('bad-input', { path: 'noteId' });
  if (first.versionId === versionId) return again(first);
  return ctx.fail('changed-meanwhile', { version: first.version });

  /** Other words under the id of a version are another version. docs/rules.md#R-287 */
  async function again(present: NoteDocument) {
    const isSame = present.title === input.title && present.text === input.text;
    if (isSame) return ctx.answer(await asBefore(present));
    return ctx.fail('changed-meanwhile', { version: present.version });
  }

  /** What was handed in; of a hazard the officers hear, also when the first try did not come to it. */
  async function asBefore(present: NoteDocument) {
    if (present.type === 'hazard' && present.version === 1) {
      await tellOfHazard(present, { requestId: ctx.requestId, nowMs });
    }
    const { version, handedInAtMs, textCheck, pictures } = present;
    const check = worstCheck([textCheck, ...pictures.map((picture) => picture.check)]);
    return { version, handedInAtMs, check };
  }
};

function obstacleTo(known: NoteDocument | null, input: Input, caller: Caller, nowMs: number) {
  if (known === null) return undefined;
  if (known.version !== input.basedOn) return 'changed-meanwhile';
  if (known.branchId !== caller.branchId) return 'other-branch';
  const decision = decideOnNote(standingOf(known), { kind: 'hand-in' }, nowMs);
  return decision.kind === 'refused' ? 'in-use' : undefined;
}

/** Of a study that the branch has been asked for; null for no study, undefined when there is none such. */
async function topicOf(
  studyId: string | null,
  { branchId }: Caller,
): Promise<string | null | undefined> {
  if (studyId === null) return null;
  const study = await studies.remembered(studyId);
  const isSeen = study?.branchId === branchId && study.publishedAtMs !== null;
  return isSeen ? study.topic : undefined;
}

async function begin(
  written: Pick<
    NoteDocument,
    '_id' | 'type' | 'ownerName' | 'crewName' | 'title' | 'text' | 'pictures' | 'textCheck'
  > &
    Pick<NoteDocument, 'versionId' | 'handedInAtMs' | 'state' | 'checkDueAtMs' | 'traceIds'>,
  { studyId, studyTopic }: Pick<NoteDocument, 'studyId' | 'studyTopic'>,
  { memberId, branchId }: Caller,
): Promise<NoteDocument | null> {
  const note: NoteDocument = {
    ...written,
    ownerId: memberId,
    branchId,
    studyId,
    studyTopic,
    version: 1,
    firstAtMs: written.handedInAtMs,
    earlier: [],
    remarks: [],
    ask: null,
    sharing: null,
    sharedAtMs: null,
    uses: [],
    revision: 0,
    changedAtMs: written.handedInAtMs,
    schemaVersion: 1,
  };
  return (await notes.insertIfAbsent(note)) ? note : null;
}

/** What stood before goes to the earlier versions; the oldest makes room. */
function nextVersion(known: NoteDocument) {
  const { version, title, text, pictures, handedInAtMs } = known;
  const before = {
    version,
    title,
    text,
    pictureIds: pictures.map(({ pictureId }) => pictureId),
    handedInAtMs,
  };
  return {
    version: version + 1,
    earlier: [before, ...known.earlier].slice(0, NOTE_LIMITS.versions - 1),
    ...withoutSharing(known),
  };
}
