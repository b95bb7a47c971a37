import { button, make, select } from './element';
import '../phone-window';
import { showMessages } from './messages';
import type { DeskPerson } from './desk-answer';
import type { PhoneChoice } from './phones-memory';

export interface TileEvents {
  onChange(choice: PhoneChoice): void;
  onPickPerson(): void;
  onClose(): void;
}

/** One phone: whose it is, its settings, its screen, and what WeChat brought it. */
export class PhoneTile {
  readonly element: HTMLElement;
  readonly name: string;
  choice: PhoneChoice;
  readonly #messages = make('ul', { className: 'phone__messages', ariaLabel: '微信服务通知' });
  readonly #frame = make('iframe', { className: 'phone__screen', allow: 'clipboard-write' });

  constructor(choice: PhoneChoice, person: DeskPerson, events: TileEvents) {
    this.choice = choice;
    this.name = person.name;
    this.#frame.title = `${person.name}的手机`;
    this.#frame.src = addressOf(choice);
    const change = (part: Partial<PhoneChoice>): void => {
      this.choice = { ...this.choice, ...part };
      this.#applySettings();
      events.onChange(this.choice);
    };
    const who = button('', () => events.onPickPerson(), 'button phone__person');
    who.append(make('b', { textContent: person.name }), ` ${person.about}`);
    this.element = make(
      'section',
      { className: 'phone', ariaLabel: `${person.name}的手机` },
      make(
        'div',
        { className: 'phone__who' },
        who,
        button('重开', () => this.open(), 'button button--quiet'),
        button('收起', () => events.onClose(), 'button button--quiet'),
      ),
      make(
        'div',
        { className: 'phone__settings' },
        select('外观', THEMES, choice.theme, (theme) =>
          change({ theme: theme as PhoneChoice['theme'] }),
        ),
        select('字号', SCALES, choice.scale, (scale) => change({ scale })),
        select('网络', NETWORKS, choice.network, (network) =>
          change({ network: network as PhoneChoice['network'] }),
        ),
        select('手机时钟', SKEWS, choice.skewMinutes, (skewMinutes) => change({ skewMinutes })),
      ),
      make('div', { className: 'phone__glass' }, this.#frame),
      this.#messages,
    );
  }

  get window(): Window | null {
    return this.#frame.contentWindow;
  }

  /** Its person takes it up anew: the page on the screen asks again. */
  takeUp(): void {
    const phone = this.window?.phone;
    phone?.leave();
    phone?.comeBack();
  }

  /** Scrolls it onto the desk and lights it up for a moment. */
  bringIntoView(): void {
    this.element.scrollIntoView({ block: 'nearest', inline: 'center' });
    this.element.animate([{ background: 'var(--light)' }, {}], { duration: 1200, easing: 'ease' });
  }

  /** The text of the code on this phone's screen, read from its pixels. */
  async shownCode(): Promise<string | undefined> {
    return this.window?.phone.shownCode();
  }

  #applySettings(): void {
    const phone = this.window?.phone;
    phone?.setTheme(this.choice.theme);
    phone?.setFontScale(Number(this.choice.scale));
    phone?.setNetwork(this.choice.network);
    phone?.setClockSkew(Number(this.choice.skewMinutes) * 60_000);
  }

  /** Starts the mini program again, on a page when one is given: as a tap on a service notice does. */
  open(page?: string): void {
    this.#frame.src = addressOf(this.choice, page);
  }

  refreshMessages(): Promise<void> {
    return showMessages(this.#messages, this.choice.person, (page) => this.open(page));
  }
}

const THEMES = [
  ['light', '浅色'],
  ['dark', '深色'],
] as const;
const SCALES = [
  ['1', '标准字'],
  ['1.25', '大字'],
  ['1.65', '最大字'],
] as const;
const NETWORKS = [
  ['online', '网络正常'],
  ['weak', '网络弱'],
  ['offline', '没有网络'],
] as const;
const SKEWS = [
  ['0', '时钟准'],
  ['10', '快 10 分'],
  ['-10', '慢 10 分'],
] as const;

function addressOf(choice: PhoneChoice, page?: string): string {
  const query = new URLSearchParams({
    phone: choice.person,
    scale: choice.scale,
    network: choice.network,
    skewMinutes: choice.skewMinutes,
    ...(choice.theme === 'dark' ? { dark: '1' } : {}),
    ...(page === undefined ? {} : { path: page }),
  });
  return `/phone?${query.toString()}`;
}
