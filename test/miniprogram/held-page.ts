import { addToWx, holdFakePhone, type FakePhone } from './fake-phone';

/** A page or component as its own code sees it, on a phone whose functions answer as told. */
export interface HeldPage {
  readonly data: Record<string, unknown>;
  readonly setData: (changes: Readonly<Record<string, unknown>>) => void;
  /** What it keeps besides its data. */
  readonly self: Record<string, unknown>;
  /** As WeChat calls a handler of WXML, or of the page's life. */
  readonly does: (handler: string, argument?: unknown) => Promise<unknown>;
}

type Config = Record<string, unknown> & { readonly data: Record<string, unknown> };

/** The page or component that a module makes, opened and not shown yet; `load` imports it. */
export async function holdPage(
  load: () => Promise<unknown>,
  query: Readonly<Record<string, string>> = {},
): Promise<{ readonly page: HeldPage; readonly phone: FakePhone }> {
  const phone = holdFakePhone();
  const nothing = () => undefined;
  addToWx({
    // What TDesign asks of the phone when it is loaded.
    getAppBaseInfo: () => ({}),
    getDeviceInfo: () => ({}),
    getWindowInfo: () => ({}),
    setNavigationBarTitle: nothing,
    showToast: nothing,
    navigateTo: nothing,
    redirectTo: nothing,
    onNetworkStatusChange: nothing,
  });
  const made: Config[] = [];
  Object.assign(globalThis, {
    // Pages follow the clock for as long as the app lives.
    setInterval: nothing,
    Page: (config: Config) => made.push(config),
    Component: ({ methods, ...config }: Config) => made.push({ ...config, ...(methods as object) }),
    getCurrentPages: () => [],
  });
  jest.resetModules();
  await load();
  const config = made.at(-1);
  if (config === undefined) throw new Error('the module makes neither page nor component');
  const page: Config & { setData?: (data: Record<string, unknown>) => void } = {
    ...config,
    data: structuredClone(config.data),
  };
  page.setData = (data) => {
    for (const [path, value] of Object.entries(data)) put(page.data, path.split('.'), value);
  };
  const does = async (handler: string, argument?: unknown) => {
    const handle = page[handler] as (this: Config, argument?: unknown) => unknown;
    const result = await handle.call(page, argument);
    // Handlers begin what they do not wait for.
    await new Promise(setImmediate);
    return result;
  };
  if ('onLoad' in page) await does('onLoad', query);
  return { page: { data: page.data, setData: page.setData, self: page, does }, phone };
}

function put(data: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) data[first] = value;
  else put(data[first] as Record<string, unknown>, rest, value);
}

/** Of a tap on what has this data. */
export const tapOn = (dataset: object) => ({ currentTarget: { dataset } });

/** Of a finger that comes down where it has been before. */
export const tapAtOneSpot = {
  type: 'tap',
  changedTouches: [{ clientX: 195, clientY: 780 }],
};
