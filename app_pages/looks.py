"""What the theme cannot say of how every page looks, and how its charts feel to a finger."""

import streamlit as st

# Labels of charts take the browser's colour of plain text, so that they follow a change of theme
# at once. White words could not be read on the light blue that the dark theme gives a button that
# stands out, nor Streamlit's colours of code on either background. A table's own button for a CSV
# would write texts that a spreadsheet runs as formulas; the files that the pages offer hold them
# safely. Where a person asks for less motion nothing plays by itself; the steps stay.
STYLE = """<style>
.main-svg :is(.xtick, .ytick, .textpoint) text,
.main-svg :is(.bartext, .legendtext, .annotation-text) {
  fill: currentColor !important;
}
[data-testid=stBaseButton-primary] { color: Canvas; }
[data-testid=stCode] .token { color: inherit !important; }
[data-testid=stCode] .token:is(.keyword, .function) {
  color: light-dark(#0b5cad, #6cb2f5) !important;
}
[data-testid=stCode] .token:is(.string, .boolean, .number) {
  color: light-dark(#0b6b3a, #5fc993) !important;
}
[data-testid=stCode] .token.comment { color: light-dark(#5a6070, #9aa1ae) !important; }
[data-testid=stElementToolbarButton]:has([aria-label^="Download as CSV"]) { display: none; }
@media (prefers-reduced-motion: reduce) { .st-key-replay_play { display: none; } }
</style>"""
# Charts that take clicks would hold fast a finger that begins to scroll on them. Without the
# beginning of a touch the browser scrolls as anywhere, and a tap reaches the chart as a click.
FINGER = """<script>
if (!window.fingersScroll) {
  window.fingersScroll = true;
  document.addEventListener("touchstart", (touch) => {
    if (touch.target.closest(".js-plotly-plot")) touch.stopImmediatePropagation();
  }, { capture: true, passive: true });
}
</script>"""


def use() -> None:
    """Give the page these looks and manners; once a run."""
    st.html(STYLE)
    st.html(FINGER, unsafe_allow_javascript=True)
