import type { Plugin } from 'esbuild';

/** A file of a package, and what stands in its place in every bundle. */
type Replacement = readonly [file: RegExp, contents: string];

/**
 * What the SDK brings along and no function uses, with what is left of it: an error where it is
 * called. Every cold start would load it: the door to language models is 0.6 MB, axios 0.2 MB, and
 * data models bring the web's `fetch` along. docs/decisions/packages-with-advisories.md
 */
const LEFT_OUT: readonly Replacement[] = [
  [
    /@cloudbase[\\/]node-sdk[\\/]dist[\\/]ai[\\/]index\.js$/,
    `exports.createAI = () => { throw new Error('app.ai() is left out of the bundle'); };`,
  ],
  [
    /@cloudbase[\\/]database[\\/]dist[\\/]commonjs[\\/]realtime[\\/]websocket-client\.js$/,
    `exports.RealtimeWebSocketClient = class { constructor() { throw new Error('watch() is left out of the bundle'); } };`,
  ],
  [
    /[\\/]axios[\\/]dist[\\/]node[\\/]axios\.cjs$/,
    `exports.get = async () => { throw new Error('axios is left out of the bundle'); };`,
  ],
  [
    /@cloudbase[\\/]wx-cloud-client-sdk[\\/]lib[\\/]wxCloudClientSDK\.cjs\.js$/,
    `exports.generateHTTPClient = () => undefined;
     exports.generateMySQLClient = () => { throw new Error('app.rdb() and app.mysql() are left out of the bundle'); };`,
  ],
  [
    /[\\/]jsonwebtoken[\\/]index\.js$/,
    `exports.sign = () => { throw new Error('tickets of an own login are left out of the bundle'); };`,
  ],
  // The whole of it sets 17 MB aside for a format in which nothing is ever written.
  [/[\\/]bson[\\/]lib[\\/]bson\.js$/, `exports.EJSON = require('./extended_json').EJSON;`],
];

/** What few calls need: loaded by the first of them. */
const WHEN_CALLED: readonly Replacement[] = [
  [
    /[\\/]xml2js[\\/]lib[\\/]xml2js\.js$/,
    `exports.parseString = (...args) => require('./parser').parseString(...args);`,
  ],
  [
    /[\\/]form-data[\\/]lib[\\/]form_data\.js$/,
    `module.exports = function (...args) { return new (require('./form_data.js?whole'))(...args); };`,
  ],
];

export const partsOfSdk: Plugin = {
  name: 'parts-of-sdk',
  setup: (bundler) => {
    for (const [filter, contents] of [...LEFT_OUT, ...WHEN_CALLED]) {
      bundler.onLoad({ filter }, ({ suffix }) => (suffix === '?whole' ? undefined : { contents }));
    }
  },
};
