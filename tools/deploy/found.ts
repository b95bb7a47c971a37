import type { Trigger } from './wanted';

export interface FoundIndex {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly direction: string }[];
  readonly unique: boolean;
}

export interface FoundCollection {
  readonly name: string;
  readonly permission: string;
  readonly indexes: readonly FoundIndex[];
}

export interface FoundFunction {
  readonly name: string;
  readonly runtime: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly envVariables: Readonly<Record<string, string>>;
  readonly triggers: readonly Trigger[];
}

/** What an environment has now. */
export interface Found {
  readonly collections: readonly FoundCollection[];
  readonly functions: readonly FoundFunction[];
  readonly functionRule: string;
}
