// The clinic's name and logo, as they stand on reports.
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { AppSettings } from '../../../core/records/appSettings.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { Button } from '../../parts/Button.tsx';
import { useNotice } from '../../parts/Notice.tsx';
import { SavedField } from '../../parts/SavedField.tsx';
import { bytesText } from '../../text/dates.ts';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import css from './ClinicPart.module.css';
import { Part } from './Part.tsx';
import { useChangeSettings } from './useChangeSettings.ts';

const text = SETTINGS_TEXT.clinic;
/** What settings take, bytes. */
const MOST_BYTES = 500_000;
const TYPES = ['image/png', 'image/jpeg'];

export function ClinicPart({ settings }: { readonly settings: AppSettings }) {
  const { change, save, savedAt } = useChangeSettings();
  return (
    <Part title={text.title} words={text.words} savedAt={savedAt}>
      <SavedField label={text.name} value={settings.clinicName} save={(clinicName) => save({ clinicName })} />
      <Logo logo={settings.clinicLogo} onChange={(clinicLogo) => change({ clinicLogo })} />
    </Part>
  );
}

interface LogoProps {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

function Logo({ logo, onChange }: LogoProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const say = useNotice();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = faultOf(file);
    setWrong(found);
    if (!found) onChange(await dataUrl(file));
  };
  const remove = (): void => {
    onChange(null);
    say({ text: text.removed, undo: () => onChange(logo) });
  };
  return (
    <div className={css.logo}>
      <span className={css.label}>{text.logo}</span>
      {logo && (
        <div className={css.paper}>
          <img src={logo} alt={text.alt} className={css.picture} />
        </div>
      )}
      <div className={css.ways}>
        <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => void take(files?.[0])}>
          <Button>{logo ? text.other : text.choose}</Button>
        </FileTrigger>
        {logo && (
          <Button look="plain" onPress={remove}>
            {text.remove}
          </Button>
        )}
      </div>
      <p className="fine">{text.hint}</p>
      {wrong && (
        <p role="alert" className={css.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

function faultOf({ name, type, size }: File): string | null {
  if (!TYPES.includes(type)) return fill(text.notPicture, { name });
  return size > MOST_BYTES ? fill(text.tooLarge, { name, size: bytesText(size) }) : null;
}

function dataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
