import { isVersion } from '../../contract/client-version';
import { LOCAL_TEMPLATE_PREFIX } from '../../local/world/templates';
import type { WantedFunction } from './wanted';

/** Characters of a secret, at least; functions refuse shorter ones too. */
const LEAST_SECRET = 32;

/** What an environment cannot work with, by the name of the variable; undefined when a value is in order. */
const PROBLEMS: Readonly<Record<string, (value: string) => string | undefined>> = {
  MIN_CLIENT_VERSION: (value) =>
    isVersion(value)
      ? undefined
      : `${JSON.stringify(value)} is no version: write major.minor.patch, as 0.3.0, or leave it out`,
  BALLOT_SECRET: (value) =>
    value.includes(LOCAL_TEMPLATE_PREFIX) || value.length < LEAST_SECRET
      ? `a secret of this environment that nobody knows is wanted: write what \`openssl rand -base64 48\` prints into the file of --variables, and never change it while a poll is open`
      : undefined,
  TEMPLATES: (value) =>
    value.includes(LOCAL_TEMPLATE_PREFIX)
      ? `the ids ${LOCAL_TEMPLATE_PREFIX}… are those of the local cloud: write the ids of this environment into the file of --variables, as docs/notices.md says`
      : undefined,
};

/** One sentence for each variable of which some functions would work wrongly, or not at all. */
export function unfitVariables(functions: readonly WantedFunction[]): readonly string[] {
  return Object.entries(PROBLEMS).flatMap(([variable, problemOf]) => {
    const sentences = functions.flatMap(({ envVariables: { [variable]: value } }) =>
      value === undefined ? [] : (problemOf(value) ?? []),
    );
    return [...new Set(sentences)].map((sentence) => `${variable}: ${sentence}`);
  });
}
