import { firstPaint } from '../app/first-paint.ts';
import { whenShown } from '../app/when-shown.tsx';

const Container = whenShown(async () => {
  await firstPaint;
  return (await import('@react-spectrum/s2/Toast')).ToastContainer;
}, null);

/** Where toasts appear. */
export function Toasts() {
  return <Container placement="bottom end" />;
}
