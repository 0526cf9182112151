"""The pictures of all files, made by workers, or taken from the cache where a file is the same as before.

Every file is opened and its bytes are hashed; times and sizes tell nothing. The files are dealt into shards in
their order: a shard is a batch of a worker and an entry of the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

from funding.cache import Cache, packed, unpacked
from funding.check.picture import PICTURE_MODULES, Picture, picture_of, pictures_made
from funding.model.reading import make_ready
from funding.problem import Finding, Problem
from funding.progress import Progress
from funding.register import Record
from funding.source import Document, SourceFile, read_changed, read_document
from funding.workers import spread

CACHED_MODULES: Final = (__name__, *PICTURE_MODULES)
"""Where the classes are defined that an entry of the cache is made of."""

_ONE_ENDS_IN: Final = 64
"""One path in so many ends its shard, so that a shard has so many files in the mean."""

_MOST_IN_SHARD: Final = 256
"""A shard with so many files ends all the same."""

_NAME_SIZE: Final = 16
_REST: Final = "rest"
"""The name of the shard that nothing ends but the last file."""

_MOST_SIGNS: Final = 1_000_000
"""Characters of the files that take each step of a check together; those of a full shard have some 600 000."""


def cache_of(root: Path) -> Cache:
    """Give the cache of a project's pictures, as the last check left it."""
    return Cache(root, "check", CACHED_MODULES)


@dataclass(frozen=True, slots=True)
class Shard:
    """An entry of the cache: the digest of each file of a shard, and their pictures, packed.

    ``digests`` alone tell which pictures still hold, so that a worker need not unpack them.
    """

    digests: dict[SourceFile, str]
    pictures: bytes


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a worker gives for a shard: the pictures that were kept and those of changed files, both packed.

    A new picture goes before the kept one of its file. ``differs`` tells whether they are not what was kept.
    """

    kept: bytes
    new: bytes
    differs: bool


_NOTHING: Final = Shard({}, packed([]))

Said: TypeAlias = tuple[str, str, list[Problem]]
"""A path without personal data, the text of its file, and the problems there."""
_About: TypeAlias = tuple[Picture | None, str, list[Finding]]
"""What is said of a file is made from: its picture, the language, and what was found there."""


@dataclass(slots=True)
class Memory:
    """What the last check of a process found that checks again and again, as a live preview does.

    A record stays the same with its picture, so that what is worked out from it is worked out once. ``found`` has by
    the ids of records what :meth:`judged` found of each, by what was ``beside`` them; ``told`` has by paths what
    :meth:`said` gave, and from what.
    """

    pictures: dict[SourceFile, Picture] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    beside: object = None
    found: dict[str, tuple[Record, list[Finding]]] = field(default_factory=dict)
    told: dict[str, tuple[_About, Said]] = field(default_factory=dict)

    def renew(self, root: Path, files: Iterable[SourceFile]) -> None:
        """Make the picture of every file that is not the same, and forget the files that are gone."""
        before, self.pictures = self.pictures, {}
        for file in files:
            known = before.get(file)
            document = read_changed(root, file, known.digest if known else None)
            self.pictures[file] = (
                known if known and document is None else picture_of(document or read_document(root, file))
            )
        ids = {file.id for file in self.pictures}
        self.records = {id_: record for id_, record in self.records.items() if id_ in ids}

    def record(self, id_: str, picture: Picture) -> Record | None:
        """Give the record of a sound decision, the one of the last check where it is the same."""
        known = self.records.get(id_)
        if known and known.original is picture.decision:
            return known
        record = picture.record(id_)
        if record:
            self.records[id_] = record
        return record

    def judged(
        self,
        records: Mapping[str, Record],
        beside: object,
        judge: Callable[[Mapping[str, Record]], Iterable[Finding]],
    ) -> Iterator[Finding]:
        """Give what ``judge`` finds of records, asked only about those that are not the same as in the last check.

        What it finds of one may depend on ``beside``, which is compared, but on no other record.
        """
        before = self.found if self.beside == beside else {}
        kept = {id_: last for id_, record in records.items() if (last := before.get(id_)) and last[0] is record}
        new = {id_: record for id_, record in records.items() if id_ not in kept}
        by_path: dict[str, list[Finding]] = {record.path: [] for record in new.values()}
        for finding in judge(new):
            by_path[finding.path].append(finding)
        self.found = kept | {id_: (record, by_path[record.path]) for id_, record in new.items()}
        self.beside = beside
        return (finding for _, found in self.found.values() for finding in found)

    def said(
        self, found: Mapping[str, list[Finding]], lang: str, word: Callable[[Sequence[str]], Iterable[Said]]
    ) -> Iterator[tuple[str, Said]]:
        """Give what ``word`` says of files by their paths, asked only where it is not as in the last check."""
        pictures = {file.path: picture for file, picture in self.pictures.items()}
        about = {path: (pictures.get(path), lang, findings) for path, findings in found.items()}
        before = {path: said for path, (last, said) in self.told.items() if last[0] and last == about.get(path)}
        new = [path for path in found if path not in before]
        said = before | dict(zip(new, word(new), strict=True))
        self.told = {path: (about[path], said[path]) for path in found}
        return ((path, said[path]) for path in found)


def pictures_of(
    root: Path, files: Sequence[SourceFile], cache: Cache | None, progress: Progress, memory: Memory | None = None
) -> Iterable[Picture]:
    """Give the picture of every file, in the order of the files, and keep what will serve again.

    Without ``memory`` they are made while they are taken; the cache is put in order when all were.

    Raises:
        LostWorkerError: if the system ends a worker, while the pictures are taken.
    """
    if memory and memory.pictures:
        memory.renew(root, files)
        return memory.pictures.values()
    found = _looked_at(root, files, cache, progress)
    if not memory:
        return found
    memory.pictures = {picture.file: picture for picture in found}
    return memory.pictures.values()


def _looked_at(root: Path, files: Sequence[SourceFile], cache: Cache | None, progress: Progress) -> Iterator[Picture]:
    shards = dealt(files)

    def look(name: str) -> _Looked:
        before = _load(cache, name)
        changed = (read_changed(root, file, before.digests.get(file)) for file in shards[name])
        new = [picture for some in _handfuls(changed) for picture in pictures_made(some)]
        kept = before.pictures if len(new) < len(shards[name]) else _NOTHING.pictures
        return _Looked(kept, packed(new), bool(new) or len(before.digests) != len(shards[name]))

    if shards and _load(cache, next(iter(shards))) is _NOTHING:
        make_ready()
    done = 0
    for name, looked in zip(shards, spread(look, list(shards)), strict=True):
        pictures = _joined(root, shards[name], looked)
        if cache and looked.differs:
            cache.save(name, _shard(pictures, looked))
        yield from pictures.values()
        done += len(pictures)
        progress(done, len(files))
    if cache:
        cache.keep(shards)


def dealt(files: Iterable[SourceFile]) -> dict[str, list[SourceFile]]:
    """Deal files into named shards, in their order: those that are used together lie together in memory too.

    A shard ends with a file whose path says so by itself, and is named by it, so that a file that comes or goes
    changes its own shard, and those after it only where it was the end of its own or that is full.
    """
    shards: dict[str, list[SourceFile]] = {}
    shard: list[SourceFile] = []
    for file in files:
        shard.append(file)
        digest = blake2b(file.path.encode("utf-8", "surrogateescape"), digest_size=_NAME_SIZE)
        if int.from_bytes(digest.digest()) % _ONE_ENDS_IN == 0 or len(shard) == _MOST_IN_SHARD:
            shards[digest.hexdigest()] = shard
            shard = []
    return shards | {_REST: shard} if shard else shards


def _handfuls(documents: Iterable[Document | None]) -> Iterator[list[Document]]:
    """Give the documents that are there in handfuls; a handful ends where it has too much text to keep at once."""
    some: list[Document] = []
    signs = 0
    for document in filter(None, documents):
        some.append(document)
        signs += len(document.text)
        if signs > _MOST_SIGNS:
            yield some
            some, signs = [], 0
    yield some


def _load(cache: Cache | None, name: str) -> Shard:
    entry = cache.load(name) if cache else None
    return entry if isinstance(entry, Shard) else _NOTHING


def _joined(root: Path, files: Sequence[SourceFile], looked: _Looked) -> dict[SourceFile, Picture]:
    """Give the picture of every file of a shard; one that the cache has promised and does not hold is made anew."""
    before = unpacked(looked.kept, CACHED_MODULES)
    kept = [picture for picture in before if isinstance(picture, Picture)] if isinstance(before, list) else []
    new: list[Picture] = unpacked(looked.new, CACHED_MODULES) or []
    known = {picture.file: picture for picture in (*kept, *new)}
    return {file: known[file] if file in known else picture_of(read_document(root, file)) for file in files}


def _shard(pictures: dict[SourceFile, Picture], looked: _Looked) -> Shard:
    """Make the entry of a shard; where all its pictures are new they are packed already."""
    content = looked.new if looked.kept == _NOTHING.pictures else packed(list(pictures.values()))
    return Shard({file: picture.digest for file, picture in pictures.items()}, content)
