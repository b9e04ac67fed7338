import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { deskWorker } from './desk-worker.ts'

const api = process.env.API_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [
    react(),
    // Vietnamese stands in the code, so each page brings its own words and no Vietnamese catalog is loaded at all.
    babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: 'message' })] }),
    lingui(),
    deskWorker(),
  ],
  resolve: {
    // The package's own entry makes the development server read thousands of icon files one by one.
    alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' },
  },
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    target: 'es2023',
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // Each chunk that loads pages carries the list of their files; together the routes carry it once.
            { name: 'routes', test: /src[\\/](\w+[\\/]routes|router|routing)\.tsx?$/, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
})
