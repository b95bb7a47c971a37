import { make } from './element';
import { dayAndTime } from './shown-time';

interface Received {
  readonly title: string;
  /** Values by field key; a key says only its type, so the values stand alone. */
  readonly data: Readonly<Record<string, string>>;
  readonly page: string | null;
  readonly atMs: number;
}

/** What WeChat itself would have shown on this person's phone, newest first. */
export async function showMessages(
  place: HTMLUListElement,
  person: string,
  onOpen: (page: string) => void,
): Promise<void> {
  const response = await fetch(`/preview/messages?phone=${encodeURIComponent(person)}`);
  const { messages } = (await response.json()) as { messages: readonly Received[] };
  place.replaceChildren(...messages.toReversed().map((message) => rowOf(message, onOpen)));
  if (messages.length === 0) {
    place.append(
      make('li', { className: 'phone__no-message', textContent: '还没有微信服务通知。' }),
    );
  }
}

function rowOf({ title, data, page, atMs }: Received, onOpen: (page: string) => void) {
  const [first = '', ...rest] = Object.values(data);
  const row = make(
    'li',
    { className: 'message' },
    make('b', { className: 'message__line', textContent: first }),
    make('span', {
      className: 'message__line message__line--quiet',
      textContent: [title, dayAndTime(atMs), ...rest].join(' · '),
    }),
  );
  if (page !== null) {
    row.classList.add('message--opens');
    row.addEventListener('click', () => onOpen(page));
  }
  return row;
}
