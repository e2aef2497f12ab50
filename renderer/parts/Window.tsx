// A dialog over the page; Escape and a click beside it close it.
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { PARTS_TEXT } from '../text/partsText.ts';
import { Button } from './Button.tsx';
import css from './Window.module.css';

export interface WindowProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Window({ title, isOpen, onClose, wide, children }: WindowProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={css.overlay}>
      <Modal className={wide ? `${css.modal} ${css.wide}` : css.modal}>
        <Dialog className={css.dialog}>
          <div className={css.head}>
            <Heading slot="title">{title}</Heading>
            <Button look="plain" aria-label={PARTS_TEXT.close} onPress={onClose}>
              ✕
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
