// The texts of this page whose contrast (WCAG 2.2) is below arguments[0], one for each pair of colours.
const least = arguments[0];

function channels(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  return { parts: [red, green, blue], alpha };
}

function luminance(parts) {
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function behind(element) {
  for (let place = element; place; place = place.parentElement) {
    const { parts, alpha } = channels(getComputedStyle(place).backgroundColor);
    if (alpha === 1) return parts;
  }
  return [255, 255, 255];
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const faults = new Map();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const words = texts.currentNode.textContent.trim();
  if (!words || !element.getClientRects().length) continue;
  const style = getComputedStyle(element);
  const ink = channels(element.closest("svg") ? style.fill : style.color).parts;
  const ratio = contrast(ink, behind(element));
  if (ratio < least) faults.set(`${ink} on ${behind(element)}`, `${ratio.toFixed(2)}: ${words.slice(0, 60)}`);
}
return Array.from(faults, ([colours, example]) => `contrast of ${colours} is ${example}`);
