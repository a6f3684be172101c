/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Runs within a page: every piece of visible text whose contrast with the ground under it is below
 * `least` (WCAG 2.2, success criterion 1.4.3), and how many pieces were measured.
 */
export function lowContrast(least: number): { measured: number; low: string[] } {
  const parse = (colour: string): [number, number, number, number] => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const luminance = ([r, g, b]: readonly number[]): number => {
    const linear = [r ?? 0, g ?? 0, b ?? 0].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const groundOf = (element: Element): readonly number[] => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const ground = parse(getComputedStyle(at).backgroundColor);
      if (ground[3] === 1) return ground;
      if (ground[3] > 0) throw new Error(`a half transparent ground: ${at.className}`);
    }
    return [255, 255, 255];
  };
  const low: string[] = [];
  let measured = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (element === null || text === "" || element.closest("script,title,desc,.hidden-text,.skip"))
      continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = getComputedStyle(element);
    const ink = parse(element instanceof SVGElement ? style.fill : style.color);
    const [a, b] = [luminance(ink), luminance(groundOf(element))].sort((x, y) => y - x);
    const contrast = ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
    measured += 1;
    if (contrast < least)
      low.push(
        `${contrast.toFixed(2)} ${element.tagName}.${element.className} ${text.slice(0, 40)}`,
      );
  }
  return { measured, low };
}
