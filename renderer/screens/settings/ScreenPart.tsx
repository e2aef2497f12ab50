// Units, colours and the size of the text.
import { useState } from 'react';
import { Label, Slider, SliderFill, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { type AppSettings, SPEED_UNITS, THEMES } from '../../../core/records/appSettings.ts';
import { fill } from '../../../core/report/formatNumber.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import { Part } from './Part.tsx';
import css from './ScreenPart.module.css';
import { useChangeSettings } from './useChangeSettings.ts';

const text = SETTINGS_TEXT.screen;
const UNITS = SPEED_UNITS.map((id) => ({ id, name: id }));
const COLOURS = THEMES.map((id) => ({ id, name: text.themes[id] }));

export function ScreenPart({ settings }: { readonly settings: AppSettings }) {
  const { change, savedAt } = useChangeSettings();
  return (
    <Part title={text.title} savedAt={savedAt}>
      <Segmented
        label={text.units}
        value={settings.speedUnit}
        options={UNITS}
        onChange={(speedUnit) => change({ speedUnit })}
      />
      <Segmented label={text.theme} value={settings.theme} options={COLOURS} onChange={(theme) => change({ theme })} />
      <TextSize pct={settings.textSizePct} onChange={(textSizePct) => change({ textSizePct })} />
    </Part>
  );
}

interface TextSizeProps {
  readonly pct: number;
  readonly onChange: (pct: number) => void;
}

/** Changes the page when it is let go, or it would run away under the pointer. */
function TextSize({ pct, onChange }: TextSizeProps) {
  const [held, setHeld] = useState<number | null>(null);
  return (
    <Slider
      minValue={100}
      maxValue={200}
      step={10}
      value={held ?? pct}
      onChange={setHeld}
      onChangeEnd={(end) => {
        setHeld(null);
        onChange(end);
      }}
      className={css.slider}
    >
      <Label className={css.label}>{text.size}</Label>
      <SliderOutput className={css.output}>
        {({ state }) => fill(text.sizeIs, { pct: state.getThumbValue(0) })}
      </SliderOutput>
      <SliderTrack className={css.track}>
        <SliderFill className={css.fill} />
        <SliderThumb className={css.thumb} />
      </SliderTrack>
    </Slider>
  );
}
