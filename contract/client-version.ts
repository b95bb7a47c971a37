/** The first version that drops fields of an answer that it does not know. docs/decisions/two-versions.md */
export const FIRST_LENIENT_VERSION = '0.2.0';

/** The first version that knows who slept through every sitting. docs/rules.md#R-119 */
export const FIRST_VERSION_WITH_ASLEEP = '0.3.0';

/** The first version with words for what WeChat refuses, whatever was written. docs/rules.md#R-313 */
export const FIRST_VERSION_WITH_REFUSED_WORDS = '0.3.0';

/** 'major.minor.patch', digits and nothing else. */
export const isVersion = (text: string): boolean => partsOf(text) !== undefined;

/** Whether a version 'major.minor.patch' is older than another; what is no version is older than none. */
export function isOlderVersion(version: string, than: string): boolean {
  const [given, wanted] = [partsOf(version), partsOf(than)];
  if (given === undefined || wanted === undefined) return false;
  const differing = given.findIndex((part, index) => part !== wanted[index]);
  return differing !== -1 && (given[differing] ?? 0) < (wanted[differing] ?? 0);
}

function partsOf(version: string): readonly number[] | undefined {
  return /^\d{1,5}\.\d{1,5}\.\d{1,5}$/u.test(version) ? version.split('.').map(Number) : undefined;
}
