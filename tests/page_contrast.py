"""What stands out too little on a page, measured on the colours a browser computed."""

from typing import Any

from playwright.sync_api import Page

TEXT, LARGE_OR_MARK = 4.5, 3.0

# Every visible text and every bar, line and point of a chart whose contrast with what lies behind
# it is below the limit of WCAG 2.2 AA: [text or kind of mark, colour, background, contrast].
FAINT = """([forText, forMarks]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#000";
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => part / 255).map(
      (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      if (at instanceof SVGElement) continue;
      const own = parts(getComputedStyle(at).backgroundColor);
      layers.push(own);
      if (own[3] === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), [255, 255, 255]);
  };
  const seen = (element) => {
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) opacity *= +getComputedStyle(at).opacity;
    const box = element.getBoundingClientRect();
    const shown = box.width > 1 && box.height > 1 && element.checkVisibility();
    return shown ? opacity : 0;
  };
  const faint = [];
  const judge = (name, element, paint, opacity, limit) => {
    const own = parts(paint);
    own[3] *= opacity;
    const under = behind(element);
    const found = contrast(over(own, under), under);
    if (own[3] > 0.01 && found < limit - 0.01) {
      faint.push([name.slice(0, 60), paint, under.map(Math.round).join(), +found.toFixed(2)]);
    }
  };
  for (const element of document.querySelectorAll("[data-testid=stApp] *")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.textContent.trim()).join(" ").trim();
    if (!text || ["STYLE", "SCRIPT", "TITLE", "OPTION"].includes(element.tagName)) continue;
    if (element.closest("[disabled], [aria-disabled=true], [aria-hidden=true]")) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const svg = element instanceof SVGElement;
    const opacity = seen(element) * (svg ? +style.fillOpacity : 1);
    judge(text, element, svg ? style.fill : style.color, opacity, large ? forMarks : forText);
  }
  const marks =
    ".bars .point path, .points path.point, .scatterlayer .lines path, .shapelayer path";
  for (const mark of document.querySelectorAll(marks)) {
    const style = getComputedStyle(mark);
    const filled = style.fill !== "none" && +style.fillOpacity > 0 && !style.fill.startsWith("url");
    const [paint, part] = filled
      ? [style.fill, style.fillOpacity] : [style.stroke, style.strokeOpacity];
    if (paint === "none" || (!filled && parseFloat(style.strokeWidth) === 0)) continue;
    judge(`mark: ${mark.parentElement.getAttribute("class")}`, mark, paint, seen(mark) * part,
      forMarks);
  }
  return faint;
}"""


def too_faint(page: Page) -> list[Any]:
    """Every text and mark below the limit, with its colours and contrast; empty is the aim."""
    found: list[Any] = page.evaluate(FAINT, [TEXT, LARGE_OR_MARK])
    return found
