import { make } from './element';

interface Received {
  readonly title: string;
  /** Values by field key; a key says only its type, so the values stand alone. */
  readonly data: Readonly<Record<string, string>>;
  readonly page: string | null;
  readonly atMs: number;
}

const shownTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** What WeChat itself would have shown on this person's phone, newest first. */
export async function showMessages(
  place: HTMLUListElement,
  person: string,
  onOpen: (page: string) => void,
): Promise<void> {
  const response = await fetch(`/preview/messages?phone=${encodeURIComponent(person)}`);
  const { messages } = (await response.json()) as { messages: readonly Received[] };
  place.replaceChildren(
    ...messages.toReversed().map((message) => {
      const row = make('li', { className: 'message' });
      row.append(
        make('div', {
          className: 'message__when',
          textContent: `服务通知 · ${shownTime.format(message.atMs)}`,
        }),
        make('b', { textContent: message.title }),
        ...Object.values(message.data).map((line) => make('div', { textContent: line })),
      );
      const { page } = message;
      if (page !== null) {
        row.style.cursor = 'pointer';
        row.addEventListener('click', () => onOpen(page));
      }
      return row;
    }),
  );
  if (messages.length === 0) {
    place.append(make('li', { className: 'message__when', textContent: '还没有收到服务通知。' }));
  }
}
