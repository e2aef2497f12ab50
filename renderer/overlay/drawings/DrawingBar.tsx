// Which tool draws, in which colour, and what to do with the drawing that is chosen.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { IconButton } from '../../player/IconButton.tsx';
import { TRIAL_TEXT } from '../../text/trialText.ts';
import css from './DrawingBar.module.css';
import { COLOURS, type Pen, TOOLS, type Tool } from './drawingTool.ts';
import type { Drawings } from './useDrawings.ts';

const text = TRIAL_TEXT.draw;

export interface DrawingBarProps {
  readonly pen: Pen;
  readonly drawings: Drawings;
  readonly onDone: () => void;
}

export function DrawingBar({ pen, drawings, onDone }: DrawingBarProps) {
  const selected = drawings.all.find(({ id }) => id === pen.selectedId);
  const colour = (next: string): void => {
    pen.setColour(next);
    if (selected) drawings.change(selected, { colour: next });
  };
  return (
    <section className={css.bar} aria-label={text.mode}>
      <RadioGroup
        className={css.group}
        orientation="horizontal"
        value={pen.tool}
        onChange={(tool) => pen.setTool(tool as Tool)}
      >
        <Label className="unseen">{text.tool}</Label>
        {TOOLS.map((tool) => (
          <Radio key={tool} value={tool} className={css.tool}>
            {tool === 'select' ? text.select : text.kinds[tool]}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        className={css.group}
        orientation="horizontal"
        value={selected?.colour ?? pen.colour}
        onChange={colour}
      >
        <Label className="unseen">{text.colour}</Label>
        {COLOURS.map((one) => (
          <Radio key={one} value={one} aria-label={text.colours[one]} className={css.colour}>
            <span title={text.colours[one]} style={{ background: one }} />
          </Radio>
        ))}
      </RadioGroup>
      {pen.tool === 'text' && (
        <Field label={text.words} labelHidden placeholder={text.words} value={pen.words} onChange={pen.setWords} />
      )}
      <IconButton icon="undo" name={TRIAL_TEXT.edit.undo} onPress={drawings.undo} />
      <IconButton icon="redo" name={TRIAL_TEXT.edit.redo} onPress={drawings.redo} />
      {selected && <Button onPress={() => drawings.remove(selected)}>{text.remove}</Button>}
      <span className={css.hint}>{text.hints[pen.tool]}</span>
      <Button look="main" onPress={onDone}>
        {TRIAL_TEXT.edit.done}
      </Button>
      {drawings.trouble && <Trouble trouble={drawings.trouble} />}
    </section>
  );
}
