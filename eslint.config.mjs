import js from '@eslint/js';
import { flatConfigs } from 'eslint-plugin-import-x';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import globals from 'globals';

/**
 * The walls of the house (see CONTRIBUTING): each room and the rooms it may import from.
 * `platform` is open to all; `extension.ts` and `app.ts` may import from every room.
 */
const rooms = {
  platform: [],
  cams: [],
  flowjson: [],
  player: ['flowjson'],
  accounts: ['cams'],
  flows: ['accounts', 'cams'],
  explorer: ['flows', 'accounts', 'cams'],
  documents: ['flows', 'accounts', 'cams'],
  links: ['documents', 'flows', 'accounts', 'cams'],
  language: ['player', 'flowjson'],
  lint: ['flowjson'],
  templates: [],
  preview: ['webview', 'flows', 'accounts', 'cams', 'player', 'flowjson'],
  webview: ['player', 'flowjson'],
  commands: [
    'explorer',
    'links',
    'documents',
    'preview',
    'language',
    'flows',
    'accounts',
    'cams',
    'flowjson',
    'templates',
  ],
};

/** Rooms that know nothing of VS Code: they also run in a test, a pipeline or a browser. */
const withoutVscode = ['cams', 'flowjson', 'player', 'lint', 'webview'];

const walls = Object.entries(rooms).map(([room, allowed]) => {
  const closed = Object.keys(rooms).filter(
    (other) => other !== room && other !== 'platform' && !allowed.includes(other),
  );
  const patterns = closed.map((other) => ({
    group: [`**/${other}/**`, `**/${other}`],
    message: `src/${room} may not import from src/${other}: arrows point one way (eslint.config.mjs).`,
  }));
  // The CAMS service is a bundle of its own, loaded on the first request: outside it only types and errors are imported.
  if (room !== 'cams') {
    patterns.push({
      group: ['**/cams/**', '!**/cams/errors'],
      allowTypeImports: true,
      message: 'Outside src/cams import its types and errors only; the code comes with the service bundle.',
    });
  }
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns,
          paths: withoutVscode.includes(room)
            ? [{ name: 'vscode', message: `src/${room} knows nothing of VS Code.` }]
            : [],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', '.vscode-test', 'node_modules', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, flatConfigs.typescript],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': flatConfigs.recommended.plugins['import-x'] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='executeCommand'][arguments.0.value='setContext']",
          message: 'Context keys are set in platform/contextKeys only.',
        },
        {
          selector: "CallExpression[callee.property.name='registerCommand']",
          message: 'Commands are registered in extension.ts only.',
        },
        {
          selector:
            'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|setStatusBarMessage)$/]',
          message: 'Names in messages make no links and no icons: use platform/messages.',
        },
      ],
    },
  },
  {
    files: ['src/extension.ts', 'src/platform/contextKeys.ts', 'src/platform/messages.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...walls,
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  prettier,
);
