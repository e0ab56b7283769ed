/** So much taller than wide a page is tall, and so little taller it stays so: one that is nearly square keeps its map. */
const tall = 1.15;
const stillTall = 0.95;

/** Says whether the page is tall, at once and whenever that changes. Returns how to stop. */
export function watchShape(onShape: (isTall: boolean) => void): () => void {
  let isTall: boolean | undefined;
  const look = (): void => {
    // A page that is not seen has no shape.
    if (innerWidth === 0 || innerHeight === 0) return;
    const before = isTall;
    isTall = innerHeight > innerWidth * (before ? stillTall : tall);
    if (isTall !== before) onShape(isTall);
  };
  look();
  addEventListener('resize', look);
  return () => removeEventListener('resize', look);
}
