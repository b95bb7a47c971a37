import { button, make } from './element';
import { dayWithWeekday, timeWithSeconds } from './shown-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

async function readClock(): Promise<number> {
  const response = await fetch('/preview/clock');
  const { nowMs } = (await response.json()) as { nowMs: number };
  return nowMs;
}

/** Every open phone of this browser listens here and asks the cloud what time it is. */
const phoneClocks = new BroadcastChannel('preview-clock');

/**
 * The movable clock of the cloud. Moving it forward runs what falls due on the way. Gives back what
 * moves it to an instant.
 */
export async function mountClock(
  place: HTMLElement,
  onMoved: () => void,
): Promise<(atMs: number) => void> {
  let offsetMs = (await readClock()) - Date.now();
  const day = make('div', { className: 'clock__day' });
  const now = make('div', { className: 'clock__now' });
  const tick = (): void => {
    const atMs = Date.now() + offsetMs;
    day.textContent = dayWithWeekday(atMs);
    now.textContent = timeWithSeconds(atMs);
  };
  const moveTo = async (atMs: number): Promise<void> => {
    place.toggleAttribute('aria-busy', true);
    now.textContent = '时钟在走…';
    await fetch('/preview/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nowMs: atMs }),
    });
    phoneClocks.postMessage('moved');
    offsetMs = (await readClock()) - Date.now();
    onMoved();
    place.toggleAttribute('aria-busy', false);
    tick();
  };
  const step = (text: string, ms: number): HTMLButtonElement =>
    button(text, () => void readClock().then((nowMs) => moveTo(nowMs + ms)));
  const when = make('input', { className: 'field', type: 'datetime-local', ariaLabel: '拨到' });
  const go = button('拨到', () => {
    if (when.value !== '') void moveTo(Date.parse(`${when.value}:00+08:00`));
  });
  place.replaceChildren(
    day,
    now,
    make(
      'div',
      { className: 'clock__steps' },
      step('+1 分', MINUTE_MS),
      step('+15 分', 15 * MINUTE_MS),
      step('+1 小时', HOUR_MS),
      step('+1 天', DAY_MS),
    ),
    make('div', { className: 'clock__set' }, when, go),
    button('回到现在', () => void moveTo(Date.now()), 'button button--quiet'),
  );
  tick();
  setInterval(tick, 1000);
  return (atMs) => void moveTo(atMs);
}
