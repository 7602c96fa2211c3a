import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** React Spectrum asks a server of Adobe's for its fonts. The window asks no server, and brings its own. */
function withoutRemoteFonts(): Plugin {
  return {
    name: 'without-remote-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/@react-spectrum\/s2\/dist\/private\/Fonts\.mjs/.test(id)) return null;
      if (!code.includes('as Fonts}'))
        throw new Error('React Spectrum loads its fonts in a new way: look at Fonts.mjs');
      return { code: 'export function Fonts() { return null; }', map: null };
    },
  };
}

/** The font of the first screen comes beside the script, not after it: text is laid out once. */
function firstFontFirst(): Plugin {
  return {
    name: 'first-font-first',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        if (!bundle) return [];
        const font = Object.keys(bundle).find((name) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(name));
        if (!font) throw new Error('The font of the first screen is not among the assets: look at theme/fonts.css');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${font}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

/**
 * A button of Spectrum's asks whether a dialog is open that it opened. For that it imports all of dialogs, popovers and menus,
 * which the first screen does without: what it asks is taken out into a module of its own.
 */
function dialogStateApart(): Plugin {
  const apart = '\0dialog-state';
  const definition = /const (\S+) = \/\*#__PURE__\*\/ \(0, \S+createContext\)\(null\);/;
  return {
    name: 'dialog-state-apart',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const isButton = /@react-spectrum\/s2\/dist\/private\/\w*Button\.mjs/.test(importer);
      return source === apart || (isButton && source === 'react-aria-components/Dialog') ? apart : null;
    },
    load(id) {
      return id === apart
        ? "import { createContext } from 'react';\nexport const OverlayTriggerStateContext = /*#__PURE__*/ createContext(null);"
        : null;
    },
    transform(code, id) {
      if (!/react-aria-components\/dist\/private\/Dialog\.mjs/.test(id)) return null;
      const name = /(\S+) as OverlayTriggerStateContext/.exec(code)?.[1];
      const found = code.split('\n').find((line) => name !== undefined && line.startsWith(`const ${name} = `));
      if (!found || !definition.test(found))
        throw new Error('Dialogs of React Aria keep their state in a new way: look at Dialog.mjs');
      return {
        code: `import { OverlayTriggerStateContext as ${name} } from '${apart}';\n${code.replace(found, '')}`,
        map: null,
      };
    },
  };
}

/**
 * React Aria asks whether the web view knows how to write the sign of a number by writing one in German, at each start. All that
 * this is built for know (`target` below).
 */
function writesSigns(): Plugin {
  const asked = /try \{\s*(\S+) = new Intl\.NumberFormat\('de-DE', \{\s*signDisplay[^}]*\}\)[^;]*;[^}]*\} catch\s*\{\}/;
  return {
    name: 'writes-signs',
    enforce: 'pre',
    transform(code, id) {
      if (!/@internationalized\/number\/dist\/private\/NumberFormatter\.mjs/.test(id)) return null;
      if (!asked.test(code)) throw new Error('React Aria asks for signs in a new way: look at NumberFormatter.mjs');
      return { code: code.replace(asked, '$1 = true;'), map: null };
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [
    macros.vite(),
    withoutRemoteFonts(),
    firstFontFirst(),
    dialogStateApart(),
    writesSigns(),
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    react(),
  ],
  server: { host: '127.0.0.1', strictPort: true },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
  build: {
    target: ['safari17', 'chrome120'],
    cssMinify: 'lightningcss',
    // The content security policy takes fonts from files only.
    assetsInlineLimit: 0,
    // What every start needs is one file, and nothing else is in it.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }], includeDependenciesRecursively: false },
      },
    },
  },
});
