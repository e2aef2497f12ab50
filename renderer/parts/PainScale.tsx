// Pain from 0 to 10 with one press; pressed again, it is not known.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import css from './PainScale.module.css';

export interface PainScaleProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function PainScale({ label, value, onChange }: PainScaleProps) {
  return (
    <div className={css.scale}>
      <span aria-hidden="true" className={css.label}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        selectedKeys={value === null ? [] : [String(Math.round(value))]}
        onSelectionChange={(keys) => onChange(keys.size === 0 ? null : Number([...keys][0]))}
        className={css.steps}
      >
        {STEPS.map((step) => (
          <ToggleButton key={step} id={String(step)} className={css.step}>
            {step}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
