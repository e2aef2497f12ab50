// Where the page begins: styles, then the app.
import '@fontsource/source-sans-3/400.css';
import '@fontsource/source-sans-3/600.css';
import './style/tokens.css';
import './style/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

createRoot(document.getElementById('app')!).render(<App />);
