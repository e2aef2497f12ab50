// Faces in or out of all that leaves: asked in every place where a picture or film can leave.
import { Tick } from '../parts/Tick.tsx';
import { EXPORT_TEXT } from '../text/exportText.ts';
import css from './Exports.module.css';
import { chooseForExports, useExportChoices } from './exportChoices.ts';

export function BlurFaces() {
  const { blurFaces } = useExportChoices();
  return (
    <div className={css.blur} data-on={blurFaces || undefined}>
      <Tick
        isOn={blurFaces}
        onChange={(on) => chooseForExports({ blurFaces: on })}
        words={EXPORT_TEXT.blur}
        more={EXPORT_TEXT.blurNote}
      />
    </div>
  );
}
