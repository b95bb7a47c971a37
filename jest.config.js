/** Areas that run everywhere; the domain suite is run again in other time zones by `npm test`. */
export default {
  rootDir: '.',
  maxWorkers: 2,
  // A test that starts function instances has to get through on a busy machine too.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: {
    '^.+\\.[cm]?[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(mingo|croner|valibot|sorted-btree|fast-check|pure-rand)/)',
  ],
};
