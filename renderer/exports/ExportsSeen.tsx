// How many files are being written, on every screen; pressed, it lists them with progress, cancel and the way to each.
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../parts/Button.tsx';
import { Sign } from '../parts/Sign.tsx';
import { EXPORT_TEXT } from '../text/exportText.ts';
import css from './Exports.module.css';
import { allInWords, underway } from './exportsInWords.ts';
import { FilesOut } from './FilesOut.tsx';
import { useHandOver } from './useHandOver.ts';
import { useShownExports } from './useShownExports.ts';

export function ExportsSeen() {
  useHandOver();
  const shown = useShownExports();
  if (shown.length === 0) return null;
  const isFailed = underway(shown).length === 0 && shown.some(({ state }) => state === 'failed');
  return (
    <DialogTrigger>
      <Button look="plain" className={css.seen}>
        <Sign name={isFailed ? 'caution' : 'drop'} />
        {allInWords(shown)}
      </Button>
      <Popover className={css.popover} placement="bottom end">
        <Dialog className={css.dialog} aria-label={EXPORT_TEXT.out.title}>
          <FilesOut shown={shown} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
