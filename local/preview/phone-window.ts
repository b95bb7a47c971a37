import type { ThemeName } from './app-package';

export type NetworkMode = 'online' | 'weak' | 'offline';

/** What differs from phone to phone; the page around a phone may change it while it runs. */
export interface PhoneSettings {
  /** Whose phone: a member id of the demo organisation, or any name for a guest. */
  readonly phone: string;
  /** First page with its query, without a leading slash; undefined: the start page of app.json. */
  readonly path: string | undefined;
  /** Draws the home indicator and keeps 34 px free for it. */
  readonly hasHomeIndicator: boolean;
  theme: ThemeName;
  /** 1 is the standard size of WeChat; 1.65 the largest. */
  fontScale: number;
  network: NetworkMode;
  /** How far this phone's clock is wrong. */
  clockSkewMs: number;
}

export interface SeenError {
  readonly message: string;
  readonly stack: string;
}

/** What the page around a phone, and tests, may do with it: `frame.contentWindow.phone`. */
export interface PhoneApi {
  readonly settings: Readonly<PhoneSettings>;
  setTheme(theme: ThemeName): void;
  setFontScale(scale: number): void;
  setNetwork(network: NetworkMode): void;
  setClockSkew(skewMs: number): void;
  /** Opens a page as a tap on a message card does, with an empty stack below. */
  openPage(address: string): void;
  /** The address of the visible page: path and query as given. */
  currentPage(): { path: string; query: Readonly<Record<string, string>> } | undefined;
  /** The text of the code that is on the screen now, read from its pixels. */
  shownCode(): Promise<string | undefined>;
  /** The phone is locked or the person leaves WeChat, and comes back. */
  leave(): void;
  comeBack(): void;
}

declare global {
  interface Window {
    phone: PhoneApi;
    /** Every uncaught error and framework warning of this phone, oldest first. */
    __errors: SeenError[];
  }
}
