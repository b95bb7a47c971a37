/** The part of `wx` that the api client leans on: storage, and functions that answer as told. */
export interface FakePhone {
  readonly storage: Map<string, unknown>;
  /** How many keys its storage takes; a new one beyond it is refused, as WeChat does when 10 MB are full. */
  room: number;
  /** Its storage takes nothing, not even under a key that is there. */
  refusesChanges: boolean;
  /** Data of each call that was made, oldest first. */
  readonly calls: { readonly name: string; readonly data: Record<string, unknown> }[];
  /** Titles of the dialogs that were shown. */
  readonly modals: string[];
  /** What the next calls do; a thrown error is a call without an answer. */
  answer: (data: Record<string, unknown>) => unknown;
}

/** Puts a phone into `globalThis.wx` with empty storage and functions that are out of reach. */
export function holdFakePhone(): FakePhone {
  const phone: FakePhone = {
    storage: new Map(),
    room: Infinity,
    refusesChanges: false,
    calls: [],
    modals: [],
    answer: noNetwork,
  };
  const wx = {
    getStorageSync: (key: string) => copyOf(phone.storage.get(key)) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      const isFull = !phone.storage.has(key) && phone.storage.size >= phone.room;
      if (isFull || phone.refusesChanges) {
        throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      }
      phone.storage.set(key, copyOf(value));
    },
    removeStorageSync: (key: string) => phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
    showModal: async ({ title }: { title: string }) => {
      phone.modals.push(title);
      return { confirm: true };
    },
    cloud: {
      callFunction: async ({ name, data }: { name: string; data: Record<string, unknown> }) => {
        phone.calls.push({ name, data });
        return { result: await phone.answer(data) };
      },
    },
  };
  Object.assign(globalThis, { wx, CLIENT_VERSION: '1.2.3' });
  return phone;
}

export function noNetwork(): never {
  throw Object.assign(new Error('request:fail '), {
    errMsg: 'cloud.callFunction:fail request:fail',
  });
}

export const yes = (output: unknown) => ({ ok: true, output, requestId: 'r' });
export const no = (code: string, detail?: Record<string, unknown>) => ({
  ok: false,
  code,
  ...(detail && { detail }),
  requestId: 'r',
});

/** Storage keeps copies: what a page does to its objects later does not reach it. */
function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : structuredClone(value);
}

/** Beside what a fake phone has: functions of `wx` that a test watches or needs. */
export const addToWx = (functions: object): void => {
  Object.assign((globalThis as unknown as { wx: object }).wx, functions);
};
