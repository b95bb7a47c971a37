import { wordsFault } from '../../../text/too-long';
import * as v from 'valibot';
import { MOST_CHARACTERS, INVITATION_CODE_LENGTH } from '../../../../contract/limits';
import { type Me } from '../../../../contract/people/hello';
import {
  InvitationCode,
  PRIVACY_VERSION,
  StaffNumber,
  type bind,
} from '../../../../contract/people/member';
import type { InputOf } from '../../../../contract/action';
import { bareCode } from '../../../../domain/words/bare-code';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder } from '../../../state/shown';

/** Whoever is bound has nothing to fill in here; null for everybody else. */
export function boundState(me: Me | null | undefined): Placeholder | null {
  if (me === null || me === undefined) return null;
  return { kind: 'empty', text: `你已绑定，是${whoText(me)}，不用再绑一次。`, action: '去今日' };
}

/** Said on the page that follows. */
export function boundText(me: Me): string {
  return `绑定好了，你是${whoText(me)}`;
}

function whoText({ name, branchName }: Me): string {
  return `${name}（${branchName}）`;
}

const Text = v.optional(v.string(), '');

/** What stands in the form, as typed. */
export const BindForm = v.object({ name: Text, staffNumber: Text, invitationCode: Text });
export type BindForm = v.InferOutput<typeof BindForm>;

export type BindErrors = Partial<Record<keyof BindForm | 'agreed', string>>;

export const NO_ERRORS: BindErrors = {};

export type Checked =
  | { readonly kind: 'complete'; readonly input: InputOf<typeof bind> }
  | { readonly kind: 'incomplete'; readonly errors: BindErrors };

/** Whether the form can be sent; otherwise what to do with which field. */
export function checkForm(form: BindForm, hasAgreed: boolean): Checked {
  const name = cleanWords(form.name);
  const staffNumber = bareCode(form.staffNumber);
  const invitationCode = bareCode(form.invitationCode);
  const nameFault = wordsFault(name, MOST_CHARACTERS.name, '请写上姓名，和花名册一致。');
  const errors: BindErrors = {
    ...(nameFault !== '' && { name: nameFault }),
    ...(!v.is(StaffNumber, staffNumber) && {
      staffNumber: '工号是员工卡上的数字和字母。',
    }),
    ...(!v.is(InvitationCode, invitationCode) && {
      invitationCode: `邀请码是 ${INVITATION_CODE_LENGTH} 位数字和字母，向支部书记要。`,
    }),
    ...(!hasAgreed && { agreed: '请先看隐私说明，再勾选。' }),
  };
  if (Object.keys(errors).length > 0) return { kind: 'incomplete', errors };
  return {
    kind: 'complete',
    input: { name, staffNumber, invitationCode, agreedPrivacyVersion: PRIVACY_VERSION },
  };
}

/** The draft as saved earlier; empty where it is missing or in another shape. */
export function formOfDraft(draft: unknown): BindForm {
  const form = v.safeParse(BindForm, draft);
  return form.success ? form.output : { name: '', staffNumber: '', invitationCode: '' };
}
