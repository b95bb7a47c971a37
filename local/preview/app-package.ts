/** What the bundle hands to the browser: the package in the form in which the phone page runs it. */

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'white' | 'black';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  backgroundColorContent?: string;
  backgroundTextStyle?: 'dark' | 'light';
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
  homeButton?: boolean;
}

export interface PageJson extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default: string }>;
  styleIsolation?: string;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  custom?: boolean;
  list: TabItem[];
}

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
  themeLocation?: string;
  entryPagePath?: string;
}

export type ThemeName = 'light' | 'dark';

export interface BundledComponent {
  isPage: boolean;
  /** The page's own json with absolute `usingComponents`. */
  json: PageJson;
  /** Prefix that keeps the classes of this component apart from others. */
  scope: string;
}

/** One JavaScript file of the package, run at its first `require`. */
export interface BundledModule {
  /** What is written in `require` → file in the package. */
  targets: Record<string, string>;
  body: (...names: unknown[]) => void;
}

/** What the files of one package need to run: of a sub-package, or of all that is in none. */
export interface BundledPart {
  /** By component; absent where it has no style. */
  styles: Record<string, string>;
  modules: Record<string, BundledModule>;
  /** Result of the template compiler: path → functions that build the shadow tree. */
  templates: Record<string, unknown>;
}

export interface BundledApp {
  app: AppJson;
  theme: Record<ThemeName, Record<string, unknown>>;
  pages: string[];
  style: string;
  components: Record<string, BundledComponent>;
  /** By the root of the sub-package, '' for what is in none; the others come with their first use. */
  parts: Record<string, BundledPart>;
}

/** Root of the sub-package that the file is in, or ''. */
export function partOf(app: AppJson, file: string): string {
  const packages = app.subPackages ?? app.subpackages ?? [];
  return packages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? '';
}

/** The script that brings it. */
export function partFile(part: string): string {
  return part === '' ? 'app.js' : `part-${part.replaceAll('/', '-')}.js`;
}

/** In component styles this stands before each class until the isolation is known at run time. */
export const CLASS_SCOPE_MARK = '__S__';

/**
 * Browser names that a phone does not give to the code of a mini program: they are undefined there,
 * so that a page that leans on a browser fails here too.
 */
export const HIDDEN_BROWSER_NAMES = [
  ...['window', 'document', 'self', 'frames', 'parent', 'top', 'location', 'history', 'navigator'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'fetch', 'XMLHttpRequest'],
  ...['WebSocket', 'Worker', 'Image', 'Audio', 'Blob', 'File', 'FileReader', 'FormData', 'Headers'],
  ...['Request', 'Response', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'crypto'],
  ...['AbortController', 'structuredClone', 'MessageChannel', 'alert', 'confirm', 'prompt'],
  ...['btoa', 'atob', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback'],
] as const;

/** Names that the phone does give, in the order in which a module receives them. */
export const GIVEN_NAMES = [
  ...['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior'],
  ...['getApp', 'getCurrentPages'],
] as const;
