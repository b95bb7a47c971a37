import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { saveMinutes } from '../../contract/branch/minutes';
import { StyleInput } from '../../contract/branch/paper-style';
import { search } from '../../contract/search';
import { ItemDraft } from '../../contract/content/channel-shapes';
import { writeComment } from '../../contract/content/comments';
import { ContestDraft } from '../../contract/content/contest-shapes';
import {
  Award,
  Criterion,
  LectureDraft,
  WrittenLecture,
} from '../../contract/content/lecture-shapes';
import { library, offerDocument, offerVersion } from '../../contract/content/library';
import { reviseNotice } from '../../contract/notice/sending';
import { NoticeDraft } from '../../contract/notice/notice-shapes';
import { askAboutData } from '../../contract/people/data-asks';
import { saveBranch } from '../../contract/people/keeping';
import { addMember, bind } from '../../contract/people/member';
import { RotationDraft } from '../../contract/roster/rotations';
import { raiseSuggestion } from '../../contract/content/raising';
import { replyToNote } from '../../contract/note/exchange';
import { handInNote } from '../../contract/note/writing';
import { saveStarMeeting } from '../../contract/star/meeting';
import { nominate } from '../../contract/star/nomination';
import { proposeSwap } from '../../contract/roster/swaps';
import { checkIn } from '../../contract/study/mine';
import { noteMakeUp } from '../../contract/study/make-up';
import { MakeUpContent } from '../../contract/study/make-up-shapes';
import { Material, SittingDraft, StudyDraft } from '../../contract/study/study-shapes';

const textPiece = MakeUpContent.entries.pieces.item.options[0].entries;
const record = saveStarMeeting.input.entries.meeting.entries;
const question = MakeUpContent.entries.questions.item.entries;

/** What the contract makes of the words of a field, by template and by what the field shows. */
const { title, number, source, content } = offerDocument.input.entries;
const { url } = content.options[1].entries;
const { changed } = offerVersion.input.entries.change.wrapped.entries;

const SENT: Readonly<Record<string, v.GenericSchema>> = {
  'packages/me/bind/bind form.name': bind.input.entries.name,
  'packages/me/bind/bind form.staffNumber': bind.input.entries.staffNumber,
  'packages/me/bind/bind form.invitationCode': bind.input.entries.invitationCode,
  'packages/branch-office/add-member/add-member form.name': addMember.input.entries.name,
  'packages/branch-office/add-member/add-member form.staffNumber':
    addMember.input.entries.staffNumber,
  'packages/branch-office/minutes/minutes view.text': saveMinutes.input.entries.text,
  'packages/branch-office/minutes/minutes view.decisions':
    saveMinutes.input.entries.decisions.wrapped,
  'packages/branch-office/edit-branch/edit-branch view.name': saveBranch.input.entries.name,
  'packages/branch-office/edit-branch/edit-branch item.name':
    saveBranch.input.entries.groups.item.entries.name,
  'packages/branch-office/papers/papers view.organisation': StyleInput.entries.organisation.wrapped,
  'packages/branch-office/papers/papers item.title':
    StyleInput.entries.papers.entries.minutes.entries.title.wrapped,
  'packages/branch-office/papers/papers view.closing': StyleInput.entries.closing.wrapped,
  'packages/branch-office/rotation/rotation item.name':
    RotationDraft.entries.crews.item.entries.name,
  'packages/branch-office/rotation/own-pattern/own-pattern view.name': RotationDraft.entries.name,
  'packages/star/meeting/meeting place': record.place,
  'packages/star/meeting/meeting minutes': record.minutes,
  'packages/star/nominate/nominate view.deeds': nominate.input.entries.deeds,
  'packages/me/asks/asks words': askAboutData.input.entries.words,
  'packages/suggest/write/write form.title': raiseSuggestion.input.entries.title,
  'packages/suggest/write/write form.text': raiseSuggestion.input.entries.text,
  'packages/channel/comment/comment text': writeComment.input.entries.text,
  'packages/channel-office/write/write title': ItemDraft.entries.title,
  'packages/channel-office/write/write line': ItemDraft.entries.line.wrapped,
  'packages/channel-office/write/write byline': ItemDraft.entries.byline.wrapped,
  'packages/channel-office/write/write source': ItemDraft.entries.source.wrapped,
  'packages/channel-office/pick-document/pick-document query': library.input.entries.query.wrapped,
  'packages/channel-office/write/write link': ItemDraft.entries.link.wrapped,
  'packages/note/write/write title': handInNote.input.entries.title,
  'packages/note/write/write text': handInNote.input.entries.text,
  'packages/note/open/exchange/exchange words': replyToNote.input.entries.text,
  'packages/notice-office/notice/notice form.title': NoticeDraft.entries.title,
  'packages/notice-office/notice/notice form.body': NoticeDraft.entries.body,
  'packages/notice-office/revise-notice/revise-notice view.title': reviseNotice.input.entries.title,
  'packages/notice-office/revise-notice/revise-notice view.body': reviseNotice.input.entries.body,
  'packages/notice-office/revise-notice/revise-notice view.changed':
    reviseNotice.input.entries.size.options[1].entries.changed,
  'packages/library/offer/offer form.title': title,
  'packages/library/offer/offer form.number': number.wrapped,
  'packages/library/offer/offer form.source': source,
  'packages/library/offer/offer form.url': url,
  'packages/library/offer/offer form.changed': changed,
  'packages/library/shelf/shelf query': library.input.entries.query.wrapped,
  'packages/search/search/search words': search.input.entries.words,
  'packages/roster/swap/swap reason': proposeSwap.input.entries.reason,
  'packages/study/check-in/digit-boxes/digit-boxes digits': checkIn.input.options[1].entries.digits,
  'packages/study/make-up-note/make-up-note view.text': noteMakeUp.input.entries.text,
  'packages/study-office/make-up-content/make-up-content piece.title': textPiece.title,
  'packages/study-office/make-up-content/make-up-content piece.text': textPiece.text,
  'packages/study-office/make-up-content/make-up-content piece.url':
    MakeUpContent.entries.pieces.item.options[1].entries.url,
  'components/questions/questions question.text': question.text,
  'components/questions/questions question.why': question.why,
  'components/questions/questions option.text': question.options.item.entries.text,
  'packages/contest-office/edit/edit view.form.title': ContestDraft.entries.title,
  'packages/lecture/enter/enter view.form.title': WrittenLecture.entries.title,
  'packages/lecture-office/edit/edit view.form.title': LectureDraft.entries.title,
  'packages/lecture-office/edit/edit item.title': Criterion.entries.title,
  'packages/lecture-office/edit/edit item.text': Criterion.entries.text,
  'packages/lecture-office/edit/edit item.name': Award.entries.name,
  'packages/study-office/edit-study/content form.topic': StudyDraft.entries.topic,
  'packages/study-office/edit-study/content form.why': StudyDraft.entries.why,
  'packages/study-office/edit-study/content item.title': Material.entries.title,
  'packages/study-office/edit-study/content item.url': Material.entries.url,
  'packages/study-office/edit-study/sittings sitting.place': SittingDraft.entries.place,
};

/** Fields of codes: white and dashes are taken out of what is typed or pasted there. */
const CODES = [
  'packages/me/bind/bind form.staffNumber',
  'packages/me/bind/bind form.invitationCode',
  'packages/branch-office/add-member/add-member form.staffNumber',
  'packages/study/check-in/digit-boxes/digit-boxes digits',
];

/** Of these anything longer is none, or nothing is kept of it: see components/line-field. docs/rules.md#R-340 */
const MAY_CUT = [
  ...CODES,
  // Points, and minutes of a lecture.
  'packages/lecture/enter/enter view.form.minutes',
  'packages/lecture/mark/mark item.points',
  'packages/lecture-office/edit/edit item.points',
  // What is looked for.
  'packages/channel-office/pick-document/pick-document query',
  'packages/library/shelf/shelf query',
  'packages/search/search/search words',
].sort();

/** Stays on the phone. */
const STAYS = [
  'pages/branch/branch query',
  'packages/roster/swap/swap query',
  'packages/study-office/edit-study/audience query',
  'packages/study-office/roll/roll query',
];

/** `most` is no number where the view gives it. */
const fields = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml'))
  .flatMap((file) => {
    const text = readFileSync(`miniprogram/${file}`, 'utf8');
    return [
      ...text.matchAll(
        /<(?:(?:t-)?(?:input|textarea|search)|(?:words|line)-field)\s(?:[^>"]|"[^"]*")*>/gu,
      ),
    ].map(([tag]) => {
      const [, shown = ''] = /\svalue="\{\{(.+?)\}\}"/u.exec(tag) ?? [];
      const [, most = ''] = /\smaxlength="(.+?)"/u.exec(tag) ?? [];
      const counted = `{{${shown}.length}}/${most}`;
      const hasCounter = /^<(?:words|line)-field/u.test(tag) || text.includes(counted);
      const cut = !/^<(?:words|line)-field/u.test(tag);
      return { name: `${file.replace('.wxml', '')} ${shown}`, most, hasCounter, cut };
    });
  })
  .filter(
    ({ name }) => !STAYS.includes(name) && !/^components\/(?:words|line)-field\//u.test(name),
  );

const written = fields.filter(({ most }) => !most.startsWith('{{'));
const words = written.filter(({ name }) => !CODES.includes(name));

test('every field into which words are typed has a limit', () => {
  expect(fields.filter(({ most }) => most === '')).toEqual([]);
});

test('every limit that stands in a template is compared with the contract', () => {
  expect(written.map(({ name }) => name).sort()).toEqual(Object.keys(SENT).sort());
});

test('no field of words cuts off what is typed; a code, a number or what is looked for may', () => {
  const cuts = fields.filter(({ cut }) => cut).map(({ name }) => name);
  expect(cuts.sort()).toEqual(MAY_CUT);
});

test('every field of words counts them when the end comes near', () => {
  const uncounted = words.filter(({ hasCounter }) => !hasCounter);
  expect(uncounted.map(({ name }) => name)).toEqual([
    // Shows what it finds.
    'packages/channel-office/pick-document/pick-document query',
    // Shows what it finds.
    'packages/library/shelf/shelf query',
    'packages/search/search/search words',
  ]);
});

const isTaken = (name: string, words: string): boolean => v.is(SENT[name] ?? v.never(), words);

test.each(written.filter(({ name }) => CODES.includes(name)))(
  '$name has with $most characters room for white between those of the longest code',
  ({ name, most }) => {
    const code = (length: number) => '1 '.repeat(length);
    expect(isTaken(name, code(Number(most) / 2))).toBe(true);
    expect(isTaken(name, code(Number(most) / 2 + 1))).toBe(false);
  },
);

test.each(words)('$name ends at $most characters, where the contract does', ({ name, most }) => {
  const start = name.endsWith('url') ? 'https://' : '';
  const isAsLong = (length: number): boolean => isTaken(name, start.padEnd(length, '1'));
  expect([isAsLong(Number(most)), isAsLong(Number(most) + 1)]).toEqual([true, false]);
});
