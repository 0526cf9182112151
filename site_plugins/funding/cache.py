"""What was worked out before, kept in ``.cache/`` at the project's root and nowhere else.

A cache may be deleted at any time and is never wrong: an entry that is damaged, cut off, edited, moved, of other
sources of this program, of another Python or library, or that cannot be read, is not there. Whoever asks for an entry
must still see to it that it is about what is there now; that is why entries hold digests.

Nothing in a cache is run. Still it is trusted as the program is: whoever may write in the project's folder may forge
an entry, so a cache is never to be taken over from anybody whose changes are not reviewed.
"""

from __future__ import annotations

import os
import pickle
import stat
import sys
from collections.abc import Callable, Collection
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from io import BytesIO
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, Self

FOLDER: Final = ".cache"
"""Where caches lie, below the project's root."""

_PACKAGE: Final = Path(__file__).parent
_INSTALLED: Final = (".dist-info", ".egg-info")
"""Ends the names of the folders that say which library is installed, and in which version."""

_MARK: Final = b"funding\x01"
_SEAL_SIZE: Final = 32
_KNOWN_ELSEWHERE: Final = frozenset({("datetime", "date"), ("decimal", "Decimal")})
_IGNORE: Final = "*\n"
_MOST_COMMON: Final = 20_000
"""How many rows of a class are remembered: those used last."""

_numbers = count()


class Cache:
    """Entries by name in one folder below ``.cache/``: what is not there, or cannot be, is ``None``.

    ``name`` is the folder's; an entry's name must be one of a file. ``modules`` are as in :func:`unpacked`.
    """

    def __init__(self, root: Path, name: str, modules: tuple[str, ...]) -> None:
        self._top = root / FOLDER
        self._folder = self._top / name
        self._modules = modules
        self._writable = True

    def load(self, entry: str) -> Any | None:
        """Give what was saved under a name, if it is still what was saved."""
        if not self._as_begun:
            return None
        try:
            content = _read(self._folder / entry)
        except OSError:
            return None
        head = len(_MARK) + _SEAL_SIZE
        if content[: len(_MARK)] != _MARK or content[len(_MARK) : head] != self._seal(entry, content[head:]):
            return None
        return unpacked(content[head:], self._modules)

    def holds(self, entry: str) -> bool:
        """Tell whether there is an entry of a name; what is in it shows when it is loaded."""
        return os.path.lexists(self._folder / entry)

    def save(self, entry: str, value: Any) -> None:
        """Save a value under a name, whole or not at all; where nothing can be written nothing is saved."""
        content = packed(value)
        if self._writable and self._unchanged:
            try:
                self._make_folder()
                _write(self._folder / entry, _MARK + self._seal(entry, content) + content)
            except OSError:
                self._writable = False

    def keep(self, entries: Collection[str]) -> None:
        """Take away every entry but some."""
        try:
            if not _is_folder(self._top) or not _is_folder(self._folder):
                return
            for path in self._folder.iterdir():
                if path.name not in entries:
                    path.unlink()
        except OSError:
            self._writable = False

    @cached_property
    def _as_begun(self) -> bool:
        """Tell whether the program was read as a whole, with no change in the midst; looked up at the first entry."""
        return sources() == fingerprint()

    @cached_property
    def _unchanged(self) -> bool:
        """Tell whether the program on the disk is still the one that works here; looked up when the first is saved."""
        return sources() == fingerprint()

    def _seal(self, entry: str, content: bytes) -> bytes:
        seal = blake2b(f"{self._folder.name}/{entry}\0".encode(), digest_size=_SEAL_SIZE, key=fingerprint())
        seal.update(content)
        return seal.digest()

    def _make_folder(self) -> None:
        """Make the folder, and tell git to leave all caches alone; a link is never followed out of the project."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if not _is_folder(self._top) or not _is_folder(self._folder):
            raise NotADirectoryError(self._folder)
        ignore = self._top / ".gitignore"
        if not ignore.exists():
            _write(ignore, _IGNORE.encode())


def packed(value: Any) -> bytes:
    """Write a value as bytes that :func:`unpacked` reads."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes, modules: tuple[str, ...]) -> Any | None:
    """Give the value that :func:`packed` made bytes of; ``None`` where it holds what it may not hold.

    ``modules`` are those whose classes it may hold, besides numbers, texts, dates and collections; one that ends in
    ``.`` stands for all below it.
    """
    try:
        return _Reader(BytesIO(content), modules).load()
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is nothing of ours
        return None


class Row:
    """A dataclass with slots that is packed as the call that makes it: dataclasses' own way takes ten times as long.

    Its fields are those of its constructor, in their order.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), slots_read(type(self))(self)  # type: ignore[arg-type]  # a class can always be hashed


class CommonRow(Row):
    """A row that thousands of values hold alike, as they do a day: equal ones are read back as one remembered object.

    Its fields are numbers, texts or nothing.
    """

    __slots__ = ()


@cache
def slots_read(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Give what reads all slots of a class's objects at once, in their order."""
    first, *others = vars(cls)["__slots__"]
    return attrgetter(first, *others) if others else lambda row: (getattr(row, first),)


def fingerprint() -> bytes:
    """Give the digest of everything that this process computes with: our own files, Python and the libraries.

    It is that of the moment when this module was read, before nearly all others: where :func:`sources` says the same
    later, all of them were read in between as they are.
    """
    return _AT_START


def sources() -> bytes:
    """Work out :func:`fingerprint` from what lies on the disk now: both differ where it was changed meanwhile."""
    digest = blake2b(repr((sys.implementation.cache_tag, sys.version, *_installed())).encode(), digest_size=_SEAL_SIZE)
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files, each time
            if not stat.S_ISREG(os.lstat(path).st_mode):
                continue
            with open(path, "rb") as file:  # noqa: PTH123 - the same
                content = file.read()
            digest.update(f"{path.removeprefix(str(_PACKAGE))}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()


class _Reader(pickle.Unpickler):
    """Reads values of known classes only: nothing can be called that is not one of them."""

    def __init__(self, content: BytesIO, modules: tuple[str, ...]) -> None:
        super().__init__(content)
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        """Give a class that an entry may hold, or what makes its objects.

        Raises:
            UnpicklingError: if it is anything else.
        """
        known = any(module == own or (own.endswith(".") and module.startswith(own)) for own in self._modules)
        found = getattr(sys.modules.get(module), name, None) if known or (module, name) in _KNOWN_ELSEWHERE else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")
        if issubclass(found, CommonRow):
            return _made_once(found)  # type: ignore[arg-type]  # a class can always be hashed
        return found


@cache
def _made_once(cls: type[CommonRow]) -> Callable[..., CommonRow]:
    """Give what calls a class once for the same fields; 1 and ``True`` are equal and yet not the same."""
    return lru_cache(_MOST_COMMON, typed=True)(cls)


def _installed() -> list[str]:
    """Name every library that can be imported, with its version."""
    folders = (folder for folder in map(Path, dict.fromkeys(sys.path)) if folder.is_dir())
    return sorted(path.name for folder in folders for path in folder.iterdir() if path.name.endswith(_INSTALLED))


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise FileNotFoundError(path)
        return file.read()


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody ever reads a part of it."""
    beside = path.with_name(f"{path.name}.{os.getpid()}-{next(_numbers)}.new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


_AT_START: Final = sources()
