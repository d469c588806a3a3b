/** The house rules that a machine can check. Which folder may import which is checked by tests/architecture.test.ts. */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const houseRules = {
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }],
  // A string or a pattern that cannot be parted may be longer.
  'max-len': ['error', { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
  'no-console': 'error',
  'no-param-reassign': 'error',
  // Cleaning text is about control characters.
  'no-control-regex': 'off',
  'prefer-const': 'error',
  eqeqeq: 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // A missing `!` check is what noUncheckedIndexedAccess demands; the reason stands beside it where it is not plain.
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
};

const typeAwareRules = {
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
};

export default tseslint.config(
  { ignores: ['node_modules', '.build', 'output'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...houseRules, ...typeAwareRules },
  },
  {
    // It declares what a foreign module exports.
    files: ['src/**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A `describe` holds many tests, whose names are sentences, and a benchmark prints.
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-len': 'off', 'no-console': 'off' },
  },
  {
    files: ['.*.js', '.*.ts', 'tests/**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-restricted-syntax': 'off' },
  },
);
