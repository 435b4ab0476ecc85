"""The table of issues as Parquet, for a data frame or a warehouse."""

import io

from clean_guides.reports.csv import issues_frame
from clean_guides.reports.outputs.base import Rendering


def render(rendering: Rendering) -> bytes:
    """Return the issues as Parquet, with the columns of `issues.csv` and the texts as they are."""
    try:
        import pyarrow  # noqa: F401 - pandas writes Parquet with it
    except ImportError:
        raise ImportError("Parquet needs pyarrow: pip install 'clean-guides[parquet]'") from None
    out = io.BytesIO()
    issues_frame(rendering.records).to_parquet(out, index=False)
    return out.getvalue()
