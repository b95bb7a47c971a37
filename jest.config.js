/** Areas that run everywhere; the domain suite is run again in other time zones by `npm run soak`. */
export default {
  rootDir: '.',
  testEnvironment: '<rootDir>/test/jest-environment.mjs',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  // One more than cores: each waits for the threads in which its functions run.
  maxWorkers: 3,
  // A test that starts function instances has to get through on a busy machine too.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: {
    '^.+\\.[cm]?[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(mingo|croner|valibot|sorted-btree|fast-check|pure-rand|tdesign-miniprogram)/)',
  ],
};
