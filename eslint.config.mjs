// What a machine can hold of the house's style; the import table lives in test/tidy.test.ts.
import tseslint from 'typescript-eslint';
import wxml from 'eslint-plugin-wxml';
import * as wxmlParser from '@wxml/parser';

const ignores = [
  ...['node_modules/', 'dist/', 'test-output/'],
  ...['miniprogram/miniprogram_npm/', 'miniprogram/standing/chart/echarts.js'],
  'miniprogram/admin/qr-code/qrcodegen.js',
];

// `where`, `count` and `aggregate` of a transaction's collection silently run outside it.
const leavesTransaction = {
  selector:
    "CallExpression[callee.property.name=/^(where|count|aggregate)$/][callee.object.callee.object.name='transaction']",
  message: 'where, count and aggregate silently leave the transaction: use doc() and add().',
};

// A script with one does not start at all in WeChat on an iPhone before iOS 16.4.
const looksBehind = {
  selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
  message: 'iPhones before iOS 16.4 know no lookbehind: match what stands before as well.',
};

const typescript = {
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    ...tseslint.configs.recommended.at(-1).rules,
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
    ],
    'no-restricted-syntax': ['error', leavesTransaction],
  },
};

export default [
  { ignores },
  {
    files: ['**/*.{ts,js,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 4],
    },
  },
  typescript,
  {
    files: ['miniprogram/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', leavesTransaction, looksBehind] },
  },
  // A test file is one long table of cases.
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['miniprogram/**/*.wxml', 'test/samples/**/*.wxml'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-const-assign': 'off',
    },
  },
];
