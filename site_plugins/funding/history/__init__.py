"""What the files of a project were at a revision: the only door to git.

Nothing is checked out and nothing of the repository is run: git is asked for lists and contents, in a few processes
whatever the number of files.
"""

from funding.history.commands import HistoryError
from funding.history.revision import Revision, open_revision

__all__ = ["HistoryError", "Revision", "open_revision"]
