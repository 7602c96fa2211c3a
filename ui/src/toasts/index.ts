export { toast } from './toast.ts';
export { Toasts } from './Toasts.tsx';
