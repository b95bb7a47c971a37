import { namesProblem } from '../../miniprogram/packages/branch-office/rotation/naming.view';
import { errorsOf } from '../../miniprogram/packages/branch-office/add-member/add-member.view';
import { emptyForm as anAdded } from '../../miniprogram/packages/branch-office/add-member/add-form';
import { emptyForm as aBranch } from '../../miniprogram/packages/branch-office/edit-branch/branch-form';
import { faultsOf as branchFaults } from '../../miniprogram/packages/branch-office/edit-branch/edit-branch.view';
import { wordsProblem } from '../../miniprogram/packages/branch-office/member/edit.view';
import {
  emptyForm as anItem,
  tooLongIn,
} from '../../miniprogram/packages/channel-office/write/item-form';
import { emptyForm as anOffer, offerOf } from '../../miniprogram/packages/library/offer/offer-form';
import { checkForm } from '../../miniprogram/packages/me/bind/bind.view';
import { missingText } from '../../miniprogram/packages/note/write/write.view';
import {
  draftOf,
  emptyForm as aNotice,
} from '../../miniprogram/packages/notice-office/notice/notice-form';
import { faultsOf as studyFaults } from '../../miniprogram/packages/study-office/edit-study/form-faults';
import { newForm } from '../../miniprogram/packages/study-office/edit-study/study-form';
import { emptyForm as aSuggestion } from '../../miniprogram/packages/suggest/kept-forms';
import { missingIn } from '../../miniprogram/packages/suggest/write/write.view';
import { TEST_START_MS } from '../worlds/test-cloud';

const NOW = TEST_START_MS;
const long = (most: number) => '长'.repeat(most + 12);
const told = (most: number) => `最多 ${most} 字，删掉 12 字再交。`;

/** What a form says of a line of 12 characters too many, and how many it takes. docs/rules.md#R-340 */
const FORMS: readonly (readonly [form: string, most: number, says: (line: string) => unknown])[] = [
  ['a note', 40, (title) => missingText({ title, text: '写了' })],
  ['a suggestion', 40, (title) => missingIn({ ...aSuggestion, title, text: '写了' })],
  ['the source of a picture', 40, (source) => tooLongIn({ ...anItem('party'), source })],
  ['the title of an item', 30, (title) => tooLongIn({ ...anItem('party'), title })],
  ['who signs an item', 20, (byline) => tooLongIn({ ...anItem('party'), byline })],
  ['the name of a branch', 20, (name) => branchFaults({ ...aBranch, name })['name']],
  ['the name of somebody', 30, (name) => errorsOf({ ...anAdded('m'), name }).name],
  ['another name', 30, (words) => wordsProblem({ kind: 'name', words })],
  ['a crew', 12, (name) => namesProblem([{ crewId: 'c', name }])],
  [
    'who binds',
    30,
    (name) => {
      const form = { name, staffNumber: '', invitationCode: '' };
      const checked = checkForm(form, true);
      return checked.kind === 'incomplete' ? checked.errors.name : '';
    },
  ],
  [
    'the topic of a study',
    40,
    (topic) =>
      studyFaults({ ...newForm('s', 'a', NOW), topic }, NOW, null).find(
        ({ field }) => field === 'topic',
      )?.text,
  ],
];

test.each(FORMS)('%s that is too long is refused by how much, and not cut', (_, most, says) => {
  expect(says(long(most))).toBe(told(most));
});

test('a notice and a document whose title is too long are not sent', () => {
  const title = long(40);
  expect(draftOf({ ...aNotice(NOW), title })).toEqual({ ok: false, problem: 'title-too-long' });
  const offer = { ...anOffer(NOW), title, source: '官网', content: 'file' as const };
  expect(offerOf(offer, true, false)).toEqual({ ok: false, problem: 'too-long' });
});
