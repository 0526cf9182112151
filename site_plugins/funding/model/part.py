"""The base of every typed part of a decision or register."""

from __future__ import annotations

from abc import ABCMeta
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, cast, dataclass_transform

from pydantic import BaseModel, ConfigDict, Field
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import SchemaSerializer, SchemaValidator

from funding.cache import slots_read
from funding.model.parsing import NotStated

T = TypeVar("T")
P = TypeVar("P", bound="Part")


class Part(metaclass=ABCMeta):  # as pydantic's own models, so that a sparse part can be one
    """Frozen, and a key that is not in it is refused. Its class is made by :func:`part`.

    A hundred thousand decisions are in memory at once, and go through pickles on their way from workers and caches: a
    part has slots and no dictionary, which is half the memory of pydantic's own models, and its state is the row of
    its values. Its methods are called as theirs are.
    """

    __slots__ = ()
    model_fields: ClassVar[dict[str, FieldInfo]] = {}
    __pydantic_validator__: ClassVar[SchemaValidator]
    __pydantic_serializer__: ClassVar[SchemaSerializer]

    @classmethod
    def model_validate(cls, tree: Any) -> Self:
        """Type a tree of text.

        Raises:
            ValidationError: naming everything that is wrong with it.
        """
        made: Self = cls.__pydantic_validator__.validate_python(tree)
        return made

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """Write it back as a tree; ``how`` is that of pydantic's serializer."""
        written: dict[str, Any] = self.__pydantic_serializer__.to_python(self, **how)
        return written

    def model_dump_json(self, **how: Any) -> str:
        """Write it back as JSON; ``how`` is that of pydantic's serializer."""
        return self.__pydantic_serializer__.to_json(self, **how).decode()

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Make a part from values for all of its keys, which are typed already."""
        made = object.__new__(cls)
        for name in cls.model_fields:
            _set(made, name, values.pop(name))
        if values:
            raise TypeError(f"{cls.__name__} has no {', '.join(values)}")
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Give the same part with some values exchanged for others, which are typed already.

        A key that is left open (see :mod:`funding.model.partial`) is so in the copy.
        """
        made = object.__new__(type(self))
        for name in self.model_fields:
            try:
                _set(made, name, update[name] if name in update else getattr(self, name))
            except AttributeError:
                continue
        if not update.keys() <= self.model_fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(update.keys() - self.model_fields.keys())}")
        return made

    def __getstate__(self) -> tuple[Any, ...]:
        return slots_read(type(self))(self)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        for put, value in zip(_slots_written(type(self)), state, strict=True):
            put(self, value)


_set = object.__setattr__


@cache
def _slots_written(cls: type[Part]) -> tuple[Callable[[Part, Any], None], ...]:
    """Give what writes a value into each slot of a part, which as frozen lets nobody write."""
    return tuple([getattr(cls, name).__set__ for name in cls.model_fields])


class SparsePart(BaseModel, Part):  # type: ignore[misc]  # of the methods that both have, pydantic's are meant
    """A part that knows which of its keys were given (``model_fields_set``): each of them means a change."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def part(cls: type[P]) -> type[P]:
    """Make a class a part: its annotations are its keys."""
    return _made(cls, ConfigDict(extra="forbid", defer_build=True))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def part_with(schema: JsonSchemaValue) -> Callable[[type[P]], type[P]]:
    """Make a class a part whose JSON Schema says more than its keys do."""
    return lambda cls: _made(cls, ConfigDict(extra="forbid", defer_build=True, json_schema_extra=schema))


def _made(cls: type[P], config: ConfigDict) -> type[P]:
    made: Any = dataclass(cls, frozen=True, slots=True, kw_only=True, config=config)
    made.model_fields = made.__pydantic_fields__
    made.__getstate__ = Part.__getstate__  # those of a dataclass ask for its fields each time
    made.__setstate__ = Part.__setstate__
    return cast("type[P]", made)


def stated(value: T | NotStated | None) -> T | None:
    """Give the value where there is one, else ``None``: absent and not stated alike."""
    return None if isinstance(value, NotStated) else value
