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

export default defineConfig({
  base: './',
  plugins: [
    macros.vite(),
    withoutRemoteFonts(),
    firstFontFirst(),
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
