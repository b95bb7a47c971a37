interface Shown {
  readonly data: Record<string, unknown>;
  setData(changes: Readonly<Record<string, unknown>>): void;
}
export type APage = Shown & Record<string, (...given: readonly unknown[]) => unknown>;

/** A page, or component, as WeChat would hold it: what it declares, with data that `setData` changes. One file tests one. */
export async function aPage(load: () => Promise<unknown>): Promise<APage> {
  let declared: Record<string, unknown> = {};
  const declare = (options: Record<string, unknown>) => {
    declared = options;
  };
  const nothing = () => ({});
  // What TDesign asks of the phone when it is loaded.
  const wx = { getWindowInfo: nothing, getAppBaseInfo: nothing, getDeviceInfo: nothing };
  Object.assign(globalThis, { Page: declare, Component: declare, wx });
  await load();
  const page = {
    ...declared,
    ...(declared['methods'] as object | undefined),
    data: { ...(declared['data'] as object) },
    setData(changes: Readonly<Record<string, unknown>>) {
      for (const [path, value] of Object.entries(changes)) {
        const [name = '', part] = path.split('.');
        const whole =
          part === undefined ? value : { ...(page.data[name] as object), [part]: value };
        page.data[name] = whole;
      }
    },
  } as unknown as APage;
  return page;
}
