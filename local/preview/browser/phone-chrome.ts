import { now } from './clock';
import { settings } from './settings';

const SIGNALS =
  '<path d="M0 8.5h3V12H0zM4.7 6h3v6h-3zM9.4 3.5h3V12h-3zM14 1h3v11h-3zM22 4.2a10 10 0 0 1 14 0L34.4 5.9a7.7 7.7 0 0 0-10.8 0zM25 7.3a5.6 5.6 0 0 1 8 0l-4 4z"/><rect x="41.5" y=".5" width="21" height="11.5" rx="3.5" fill="none" stroke="currentColor" opacity=".5"/><rect x="43" y="2" width="15" height="8.5" rx="2"/><path d="M64 4.5v3.5c1-.3 1.5-.9 1.5-1.75S65 4.8 64 4.5z" opacity=".5"/>';
const MORE =
  '<g fill="currentColor" stroke="none"><circle cx="6" cy="12" r="1.8"/><circle cx="12" cy="12" r="2.8"/><circle cx="18" cy="12" r="1.8"/></g>';
const CLOSE = '<circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="3" fill="currentColor"/>';

/** Status bar, capsule and home indicator: drawn over every page, they react to nothing. */
export function drawChrome(phone: HTMLElement): void {
  const chrome = document.createElement('div');
  chrome.className = 'phone-chrome';
  chrome.setAttribute('aria-hidden', 'true');
  chrome.innerHTML = `<div class="phone-status"><span></span><svg viewBox="0 0 66 13" fill="currentColor">${SIGNALS}</svg></div>
    <div class="phone-capsule">${icon(MORE)}${icon(CLOSE)}</div>
    ${settings.hasHomeIndicator ? '<div class="phone-home-indicator"></div>' : ''}`;
  phone.append(chrome);
  const time = chrome.querySelector('span');
  const tick = (): void => {
    if (time) time.textContent = clockFace();
  };
  tick();
  setInterval(tick, 1000);
}

function icon(shape: string): string {
  return `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75">${shape}</svg>`;
}

/** What the phone's own clock shows, in China. */
function clockFace(): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now());
}
