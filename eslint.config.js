import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noChineseText = {
  selector: 'Literal[value=/[\\u4e00-\\u9fff]/], TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]',
  message:
    'Chinese text lives in miniprogram/text, in the .view.ts of a page or beside its dispatcher, not here.',
};
const localTimeMethods =
  'getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|setFullYear|setMonth|setDate|setHours|setMinutes|getTimezoneOffset|toDateString|toTimeString|toLocaleString|toLocaleDateString|toLocaleTimeString';
/** A page may have a method of such a name: it is no date. */
const noLocalTime = {
  selector: `MemberExpression[property.name=/^(${localTimeMethods})$/]:not([object.type="ThisExpression"]), NewExpression[callee.name="Date"][arguments.length>1]`,
  message: 'Civil time is Asia/Shanghai and lives in domain/time, by UTC methods.',
};
const shipped = [
  'domain/**/*.ts',
  'contract/**/*.ts',
  'cloudfunctions/**/*.ts',
  'miniprogram/**/*.ts',
];

export default defineConfig(
  {
    ignores: ['dist', '.data', 'node_modules', 'coverage', 'typings', 'test/fixtures', '**/*.wxs'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for all areas: each of them again costs half as much time more.
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: shipped,
    rules: { 'no-restricted-syntax': ['error', noLocalTime] },
  },
  {
    files: shipped,
    ignores: ['cloudfunctions/**/*.text.ts', 'miniprogram/**/*.view.ts', 'miniprogram/text/**'],
    rules: { 'no-restricted-syntax': ['error', noLocalTime, noChineseText] },
  },
  {
    files: ['domain/**/*.ts', 'contract/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is handed in (nowMs).' },
        { object: 'Math', property: 'random', message: 'Randomness is handed in.' },
      ],
    },
  },
  {
    files: ['domain/**/*.ts', 'contract/**/*.ts', 'cloudfunctions/**/*.ts'],
    ignores: ['domain/time/**', 'cloudfunctions/_kit/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Date appears only in domain/time.' },
      ],
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['parse', 'assert'].map((property) => ({
          object: 'v',
          property,
          message: 'The build leaves out what is called for its throwing only; use v.safeParse.',
        })),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'readonly',
        require: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
