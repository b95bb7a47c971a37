import type { InputOf, OutputOf } from '../../../contract/action';
import { raiseSuggestion } from '../../../contract/content/raising';
import { cleanWords } from '../../../domain/words/clean-words';
import { call, type Result } from '../../api/client';
import { newSender } from '../../state/sender';
import { pathInCloud, uploadPictures } from '../../state/upload-pictures';
import { PICTURE_GONE_TEXT } from '../../text/picture';
import { stoppedText } from '../../text/stopped';
import { WAITING_TEXT } from '../../text/waiting';
import { dropForm, keepForm, keptForm, keptForms, type Form } from './kept-forms';
import { RAISE_ERRORS } from './raise-errors.view';

/** So long the pictures of an urgent hazard may hold up its ringing. docs/rules.md#R-311 */
const URGENT_PICTURES_MS = 8_000;

type Arrived = OutputOf<typeof raiseSuggestion>;

/** What has arrived while this package was there. */
const arrived = new Map<string, Arrived>();
export const arrivedOf = (suggestionId: string): Arrived | undefined => arrived.get(suggestionId);

const sender = newSender({
  waiting: () =>
    keptForms()
      .filter(({ state }) => state === 'waiting')
      .map(({ suggestionId }) => suggestionId),
  sendOne,
});
export const { onChanged: onSuggestionsChanged, because: waitingBecause, sendNow } = sender;

/** Its pictures first, each kept as there once it is. What is refused stays, with the reason. */
async function sendOne(suggestionId: string): Promise<boolean> {
  if (!(await picturesAreThere(suggestionId))) return false;
  const form = keptForm(suggestionId);
  // Taken back to be changed while its pictures were on their way.
  if (form?.state !== 'waiting') return true;
  return settle(form, await call(raiseSuggestion, inputOf(form)));
}

function inputOf(form: Form): InputOf<typeof raiseSuggestion> {
  const { suggestionId, to, type, topic, isUrgent } = form;
  const pictures = form.pictures.flatMap(({ pictureId, fileId }) =>
    fileId === '' ? [] : [{ pictureId, fileId }],
  );
  const notThere = form.pictures.length - pictures.length;
  return {
    suggestionId,
    to,
    type,
    topic,
    isUrgent,
    title: cleanWords(form.title),
    text: cleanWords(form.text),
    ...(pictures.length > 0 && { pictures }),
    ...(notThere > 0 && { notThere }),
  };
}

/** Or it has stopped for one of them; an urgent hazard goes without those that do not come at once. */
async function picturesAreThere(suggestionId: string): Promise<boolean> {
  const form = keptForm(suggestionId);
  if (form === undefined) return true;
  const uploading = uploadPictures({
    pictures: () => keptForm(suggestionId)?.pictures ?? [],
    keep: (pictures) => {
      const present = keptForm(suggestionId);
      if (present !== undefined) keepForm({ ...present, pictures: [...pictures] });
    },
    cloudPathOf: ({ pictureId }) => pathInCloud('suggestions', form.ownerId, pictureId),
    onStep: sender.tell,
  });
  if (form.isUrgent) {
    await atMost(URGENT_PICTURES_MS, uploading);
    return true;
  }
  const how = await uploading;
  if (how === 'all') return true;
  sender.note(how === 'network' ? WAITING_TEXT.offline : '');
  if (how === 'network') return false;
  const present = keptForm(suggestionId);
  if (present !== undefined) keepForm({ ...present, state: 'stopped', problem: PICTURE_GONE_TEXT });
  return true;
}

function settle(form: Form, result: Result<typeof raiseSuggestion>): boolean {
  sender.note('');
  if (result.ok) arrived.set(form.suggestionId, result.output);
  // What was taken back meanwhile to be changed stays, whatever became of it.
  const isStill = keptForm(form.suggestionId)?.state === 'waiting';
  if (result.ok) {
    if (isStill) dropForm(form);
    return true;
  }
  const { code, detail } = result;
  if (sender.isToWait(code)) return false;
  if (!isStill) return true;
  if (code === 'picture-missing') return withoutUpload(form, Number(detail['number']));
  const problem = stoppedText<typeof raiseSuggestion>(result, RAISE_ERRORS);
  const isRaised = code === 'written-before';
  keepForm({ ...form, state: 'stopped', problem, isRaised });
  return true;
}

/** Its picture is put into storage again with the next try. */
function withoutUpload(form: Form, number: number): boolean {
  const pictures = form.pictures.map((each, at) =>
    at === number - 1 ? { ...each, fileId: '' } : each,
  );
  keepForm({ ...form, pictures });
  sender.note(WAITING_TEXT.internal);
  sender.pause();
  return false;
}

/** What takes longer goes on by itself. */
function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

// Loaded by the app where something waits, and by the pages of this package.
sender.startByItself();
