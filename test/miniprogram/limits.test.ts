import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { reviseNotice } from '../../contract/notice/sending';
import { NoticeDraft } from '../../contract/notice/notice-shapes';
import { saveBranch } from '../../contract/people/keeping';
import { addMember, bind } from '../../contract/people/member';
import { RotationDraft } from '../../contract/roster/rotations';
import { handInNote } from '../../contract/note/writing';
import { proposeSwap } from '../../contract/roster/swaps';
import { checkIn } from '../../contract/study/mine';
import { noteMakeUp } from '../../contract/study/make-up';
import { MakeUpContent } from '../../contract/study/make-up-shapes';
import { Material, SittingDraft, StudyDraft } from '../../contract/study/study-shapes';

const textPiece = MakeUpContent.entries.pieces.item.options[0].entries;
const question = MakeUpContent.entries.questions.item.entries;

/** What the contract makes of the words of a field, by template and by what the field shows. */
const SENT: Readonly<Record<string, v.GenericSchema>> = {
  'packages/me/bind/bind form.name': bind.input.entries.name,
  'packages/me/bind/bind form.staffNumber': bind.input.entries.staffNumber,
  'packages/me/bind/bind form.invitationCode': bind.input.entries.invitationCode,
  'packages/branch-office/add-member/add-member form.name': addMember.input.entries.name,
  'packages/branch-office/add-member/add-member form.staffNumber':
    addMember.input.entries.staffNumber,
  'packages/branch-office/edit-branch/edit-branch view.name': saveBranch.input.entries.name,
  'packages/branch-office/edit-branch/edit-branch item.name':
    saveBranch.input.entries.groups.item.entries.name,
  'packages/branch-office/rotation/rotation item.name':
    RotationDraft.entries.crews.item.entries.name,
  'packages/branch-office/rotation/own-pattern/own-pattern view.name': RotationDraft.entries.name,
  'packages/note/write/write title': handInNote.input.entries.title,
  'packages/note/write/write text': handInNote.input.entries.text,
  'packages/notice-office/notice/notice form.title': NoticeDraft.entries.title,
  'packages/notice-office/notice/notice form.body': NoticeDraft.entries.body,
  'packages/notice-office/revise-notice/revise-notice view.title': reviseNotice.input.entries.title,
  'packages/notice-office/revise-notice/revise-notice view.body': reviseNotice.input.entries.body,
  'packages/notice-office/revise-notice/revise-notice view.changed':
    reviseNotice.input.entries.size.options[1].entries.changed,
  'packages/roster/swap/swap reason': proposeSwap.input.entries.reason,
  'packages/study/check-in/digit-boxes/digit-boxes digits': checkIn.input.options[1].entries.digits,
  'packages/study/make-up-note/make-up-note view.text': noteMakeUp.input.entries.text,
  'packages/study-office/make-up-content/make-up-content piece.title': textPiece.title,
  'packages/study-office/make-up-content/make-up-content piece.text': textPiece.text,
  'packages/study-office/make-up-content/make-up-content piece.url':
    MakeUpContent.entries.pieces.item.options[1].entries.url,
  'packages/study-office/make-up-content/make-up-content question.text': question.text,
  'packages/study-office/make-up-content/make-up-content question.why': question.why,
  'packages/study-office/make-up-content/make-up-content option.text':
    question.options.item.entries.text,
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

/** Stays on the phone. */
const STAYS = ['pages/branch/branch query'];

/** `most` is no number where the view gives it. */
const fields = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml'))
  .flatMap((file) => {
    const text = readFileSync(`miniprogram/${file}`, 'utf8');
    return [...text.matchAll(/<(?:t-)?(?:input|textarea)\s(?:[^>"]|"[^"]*")*>/gu)].map(([tag]) => {
      const [, shown = ''] = /\svalue="\{\{(.+?)\}\}"/u.exec(tag) ?? [];
      const [, most = ''] = /\smaxlength="(.+?)"/u.exec(tag) ?? [];
      const counted = `{{${shown}.length}}/${most}`;
      const hasCounter = tag.startsWith('<t-') ? tag.includes('indicator') : text.includes(counted);
      return { name: `${file.replace('.wxml', '')} ${shown}`, most, hasCounter };
    });
  })
  .filter(({ name }) => !STAYS.includes(name));

const written = fields.filter(({ most }) => !most.startsWith('{{'));
const words = written.filter(({ name }) => !CODES.includes(name));

test('every field into which words are typed has a limit', () => {
  expect(fields.filter(({ most }) => most === '')).toEqual([]);
});

test('every limit that stands in a template is compared with the contract', () => {
  expect(written.map(({ name }) => name).sort()).toEqual(Object.keys(SENT).sort());
});

test('every field of words counts them when the end comes near', () => {
  const uncounted = words.filter(({ hasCounter }) => !hasCounter);
  expect(uncounted.map(({ name }) => name)).toEqual([
    // Pasted rather than written.
    'packages/study-office/edit-study/content item.url',
    'packages/study-office/make-up-content/make-up-content piece.url',
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
