// The list of all files on their way out, the same wherever it is shown.
import type { ExportView } from '../../core/api/exports.ts';
import { Button } from '../parts/Button.tsx';
import { EXPORT_TEXT } from '../text/exportText.ts';
import { ExportLine } from './ExportLine.tsx';
import css from './Exports.module.css';
import { isUnderway } from './exportsInWords.ts';
import { clearExports } from './ownExports.ts';

/** @param shown at least one */
export function FilesOut({ shown }: { readonly shown: readonly ExportView[] }) {
  const over = shown.filter((one) => !isUnderway(one)).map(({ id }) => id);
  return (
    <>
      <ul className={css.list} aria-label={EXPORT_TEXT.out.title}>
        {shown.map((one) => (
          <ExportLine key={one.id} one={one} />
        ))}
      </ul>
      {over.length > 0 && (
        <div className={css.foot}>
          <Button look="plain" onPress={() => clearExports(over)}>
            {EXPORT_TEXT.out.clear}
          </Button>
        </div>
      )}
    </>
  );
}
