import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Close from '@react-spectrum/s2/icons/Close';
import Search from '@react-spectrum/s2/icons/Search';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import {
  startTransition,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { Mistake } from './mistake.ts';
import { MistakeNote } from './MistakeNote.tsx';
import './query.css';
import { startOf, taken, type Typed } from './suggesting.ts';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  label: string;
  /** The view whose values are offered; without one only the words of the language are. */
  view: string | null;
  text: string;
  mistake: Mistake | null;
  onText: (text: string) => void;
  /** Enter, where it does not take a suggestion; with all that is typed, of which `onText` may not have told yet. */
  onEnter?: (text: string) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}

const place = style({ position: 'relative', flexGrow: 1, flexBasis: 160, minWidth: 160, maxWidth: 720 });
const box = style<{ isWrong: boolean; isFocused: boolean }>({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  boxSizing: 'border-box',
  height: 32,
  paddingStart: 12,
  paddingEnd: 4,
  borderRadius: 'full',
  borderStyle: 'solid',
  borderWidth: 2,
  borderColor: {
    default: 'gray-300',
    isFocused: 'gray-900',
    isWrong: 'negative-900',
    forcedColors: { default: 'ButtonBorder', isFocused: 'Highlight', isWrong: 'Mark' },
  },
  backgroundColor: 'gray-25',
  outlineStyle: { default: 'none', isFocused: 'solid' },
  outlineWidth: 2,
  outlineOffset: 2,
  outlineColor: 'focus-ring',
});
const input = style({
  flexGrow: 1,
  minWidth: 0,
  padding: 0,
  margin: 0,
  borderStyle: 'none',
  outlineStyle: 'none',
  backgroundColor: 'transparent',
  font: 'ui',
  color: 'neutral',
});
/** Keeps its place while it is hidden, so that nothing moves when a query is typed. */
const clear = style({ visibility: { default: 'hidden', isFull: 'visible' } });
/** Where a query is typed. What may follow, and what is wrong with it, lies over the list, so that nothing moves. */
export function QueryField({ label, view, text, mistake, onText, onEnter, fieldRef }: Props) {
  const [typed, setTyped] = useState(text);
  const [given, setGiven] = useState(text);
  const [hasFocus, setFocus] = useState(false);
  const caret = useRef<number | null>(null);
  const id = useId();
  const { offered, offeredFor, active, chosen, choose, ask, close } = useSuggestions(view);
  const told = typed === '' ? null : mistake;

  // Somebody else has changed it: an example, a chip that is edited, a saved filter.
  if (text !== given) {
    setGiven(text);
    setTyped(text);
  }

  useLayoutEffect(() => {
    if (caret.current === null) return;
    fieldRef.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  /** The field shows what is typed at once; what the rest of the window makes of it may come later. */
  function change(next: string) {
    setTyped(next);
    startTransition(() => {
      setGiven(next);
      onText(next);
    });
  }

  function onChange({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const { value, selectionStart } = currentTarget;
    change(value);
    ask({ text: value, caret: selectionStart ?? value.length });
  }

  function take(index: number) {
    const item = offered?.items[index];
    // A list that a key has overtaken is about to be another one.
    if (!offered || !item || offeredFor !== typed) return;
    const next: Typed = taken(typed, offered, item);
    caret.current = next.caret;
    change(next.text);
    // A field leads on to its values, and a key to what is below it.
    if (/[:.]$/.test(item.insert)) ask(next);
    else close();
  }

  function move(by: 1 | -1) {
    const last = (offered?.items.length ?? 0) - 1;
    if (active === null) choose(by === 1 ? 0 : last);
    else choose(active + by > last ? 0 : active + by < 0 ? last : active + by);
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    const { key, altKey, ctrlKey, metaKey, shiftKey, currentTarget, nativeEvent } = event;
    if (nativeEvent.isComposing || ctrlKey || metaKey) return;
    const open = offered !== null;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (open && isArrow) move(key === 'ArrowDown' ? 1 : -1);
    else if (isArrow && key === 'ArrowDown')
      ask({ text: typed, caret: currentTarget.selectionStart ?? typed.length }, true);
    else if (open && key === 'Enter' && chosen) take(active ?? 0);
    else if (open && key === 'Tab' && !shiftKey && !altKey && (chosen || offered.length > 0)) take(active ?? 0);
    else if (open && key === 'Escape') close();
    else if (key === 'Escape' && typed !== '') change('');
    else if (key === 'Enter' && onEnter) {
      close();
      onEnter(typed);
    } else {
      if (key === 'Enter' || /^(Arrow(Left|Right)|Home|End)$/.test(key)) close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={place}>
      <div className={box({ isWrong: told !== null && !hasFocus, isFocused: hasFocus })}>
        <Search styles={iconStyle({ size: 'S', color: 'neutral' })} aria-hidden />
        <input
          ref={fieldRef}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={offered !== null}
          aria-controls={offered ? `${id}-list` : undefined}
          aria-activedescendant={offered && active !== null ? optionId(`${id}-list`, active) : undefined}
          aria-describedby={told ? `${id}-note` : undefined}
          aria-invalid={told !== null}
          placeholder="For example: checkout has:error -type:hub"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          className={`query-input ${input}`}
          value={typed}
          onChange={onChange}
          onKeyDown={onKey}
          onPointerDown={close}
          onFocus={() => setFocus(true)}
          onBlur={() => {
            setFocus(false);
            close();
          }}
        />
        <ActionButton
          isQuiet
          size="XS"
          aria-label="Clear the query"
          excludeFromTabOrder
          onPress={() => {
            change('');
            fieldRef.current?.focus();
          }}
          styles={clear({ isFull: typed !== '' })}
        >
          <Close />
        </ActionButton>
      </div>
      <div role="status" id={`${id}-note`}>
        {told && hasFocus && !offered ? <MistakeNote mistake={told} /> : null}
      </div>
      <div role="status" className="query-told">
        {offered ? `${offered.items.length} ${offered.items.length === 1 ? 'suggestion' : 'suggestions'}` : ''}
      </div>
      {offered ? (
        <SuggestionList
          id={`${id}-list`}
          offered={offered}
          active={active}
          before={typed.slice(0, startOf(typed, offered))}
          field={fieldRef}
          onTake={take}
        />
      ) : null}
    </div>
  );
}
