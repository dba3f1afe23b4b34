"""A bare Streamlit page: one control, and the Plotly charts it is given as JSON, one an option."""

import os
from pathlib import Path

import plotly.io as pio
import streamlit as st

figures = sorted(Path(os.environ["BENCH_FIGURES"]).glob(f"{st.query_params.get('of', '')}*.json"))
st.title("Bare")
chosen = st.segmented_control("Figure", [path.stem for path in figures], default=figures[0].stem)
path = next(path for path in figures if path.stem == chosen)
st.plotly_chart(pio.from_json(path.read_text(encoding="utf-8")))
