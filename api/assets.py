"""/assets: the scripts that a page loads besides Streamlit's own, from this server and no other.

They are the same for everybody, and hold no figure: no rate and no name of this machine keeps a
page from its own script.
"""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from api import errors

FOLDER = Path(__file__).parent.parent / "app_pages" / "editor" / "served"


def assets() -> Starlette:
    """The files of one folder, and nothing beside them."""
    served = Starlette(
        routes=[Mount("/assets", StaticFiles(directory=FOLDER))],
        middleware=[Middleware(GZipMiddleware, minimum_size=1_000)],
        exception_handlers={HTTPException: errors.not_served, Exception: errors.failed},
    )
    served.router.redirect_slashes = False
    return served
