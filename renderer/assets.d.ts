// What the bundler makes of imports that are no TypeScript: style sheets, workers and pictures.
/// <reference types="vite/client" />
