import type { InputOf } from '../../../../contract/action';
import { saveItem } from '../../../../contract/content/channel-editing';
import { call, type Result } from '../../../api/client';
import { mayBeStored } from '../../../api/may-be-lost';
import { newRequestId } from '../../../api/request-id';
import { isAlike } from '../../../state/is-alike';
import { draftOf, keepForm, type ItemForm } from './item-form';

type Input = InputOf<typeof saveItem>;
type Saved = Result<typeof saveItem>;

/** Whoever holds the form; it may be written on while it is saved. */
interface Writing {
  form: ItemForm;
}

interface Sent {
  readonly result: Saved;
  /** Whether nothing has been written since that was not sent. */
  readonly isWhole: boolean;
}

/**
 * Saves a form, once however often it is tried, and enters what is known since of what is stored. What
 * got no answer the last time is sent first, the very same: written on since, it is no handing in any
 * more, and what is written now follows it.
 */
export async function saveForm(writing: Writing, handIn: boolean): Promise<Sent> {
  const { unanswered, itemId, channel } = writing.form;
  const input = { itemId, channel, draft: draftOf(writing.form), handIn };
  const result = await sendInOrder(writing, input, unanswered);
  return { result, isWhole: isAlike(input.draft, draftOf(writing.form)) };
}

async function sendInOrder(
  writing: Writing,
  input: Omit<Input, 'deedId' | 'revision'>,
  unanswered: Input | null,
): Promise<Saved> {
  if (unanswered !== null) {
    const isSame = isAlike(wordsOf(unanswered), wordsOf(input));
    const before = await send(writing, isSame ? unanswered : { ...unanswered, handIn: false });
    const isAnswered = writing.form.unanswered === null;
    if (!isAnswered || (isSame && before.ok)) return before;
  }
  const { revision } = writing.form;
  return send(writing, { ...input, revision, deedId: newRequestId() });
}

async function send(writing: Writing, input: Input): Promise<Saved> {
  // The app may end before the answer is there.
  know(writing, { unanswered: input });
  const result = await call(saveItem, input);
  const isUnknown = !result.ok && mayBeStored(result.code);
  know(writing, {
    unanswered: isUnknown ? input : null,
    ...(result.ok && { revision: result.output.revision }),
  });
  return result;
}

function know(writing: Writing, known: Partial<Pick<ItemForm, 'unanswered' | 'revision'>>): void {
  writing.form = { ...writing.form, ...known };
  keepForm(writing.form);
}

const wordsOf = ({ channel, draft, handIn }: Pick<Input, 'channel' | 'draft' | 'handIn'>) => ({
  channel,
  draft,
  handIn,
});
