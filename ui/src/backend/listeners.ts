/** A set of listeners, told one after the other. */
export function listeners<Message>() {
  const all = new Set<(message: Message) => void>();
  return {
    add(listener: (message: Message) => void): () => void {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(message: Message): void {
      for (const listener of all) listener(message);
    },
  };
}
