// `npm run models`: converts the networks that are missing or damaged and says which; silent when all is well.
import { GaitError } from '../core/errors.ts';
import { ensureModels } from './ensureModels.ts';

try {
  await ensureModels({ onBuilt: (name, path) => console.log(`Converted the ${name} network: ${path}`) });
} catch (error) {
  if (!(error instanceof GaitError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
