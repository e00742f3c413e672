"""In: YAML nodes and a record type. Out: the record, and every fault of the file in one go, in file order.

A decoder reads the annotations of records, as objects: the module of a record that is decoded does not postpone them
(`from __future__ import annotations`), so that Python itself has read them. It knows str, int, float, bool, Literal,
X | None, tuple[X, ...], tuple[X, Y], dict[str, X], unions of these, nested records, and whatever converters it is
given. Scalars mean what the field that takes them says they mean: a str field gets the text as it stands in the file
("1843", "1.10", "no").

What a field's `metadata` may say:

- `{"key": "as"}`: the key in the file, where it cannot be a name in Python;
- `{"short": True}`: a plain value in the place of the record is this field's value;
- `{"one_or_many": True}`: a tuple that may be written as its single entry;
- `{"rest": True}`: a dict that takes the keys which no other field has, in order;
- `{"derived": True}`: not in the file; filled by a `finish` hook.

A field `span: Span` gets the place where the record starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from guidepress.base.decoding_readers import Readers
from guidepress.base.decoding_run import BAD, Decoding, Rejected
from guidepress.base.other_kinds import of_another_kind
from guidepress.base.record import fields

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from guidepress.base.decoding_readers import Converter
    from guidepress.base.decoding_records import Finish
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.yaml import YamlFile

__all__ = ["Decoded", "Decoder", "Decoding", "Rejected"]

T = TypeVar("T")


class Decoded(Generic[T]):
    """What decoding gives.

    Attributes:
        record: the record; None if the root is beyond use.
        faults: all faults, in file order. With faults of severity "error" the record holds blanks.
    """

    __slots__ = ("faults", "record")

    def __init__(self, record: T | None, faults: tuple[Diagnostic, ...]) -> None:
        self.record = record
        self.faults = faults


class Decoder:
    """Decodes nodes into records; the work of reading annotations is done once per record type and decoder.

    Args:
        converters: how scalars become other types. A key is a type (`Colour`), or whatever a field is annotated
            with (`Annotated[int, Length]` is read by the converter of `Length`). A converter gets the scalar node
            and the run; it returns the value, or raises ValueError or `Rejected` with a sentence for the user.
        finish: by record type, a hook that sees the decoded values (name to value), the node and the run before the
            record is made, and may change or add values.
    """

    def __init__(
        self,
        converters: Mapping[Hashable, Converter] | None = None,
        finish: Mapping[type, Finish] | None = None,
    ) -> None:
        self._readers = Readers(converters or {}, finish or {})

    def decode(self, record: type[T], source: YamlFile, context: object = None) -> Decoded[T]:
        """Decode the root of a file.

        Args:
            record: a record type.
            source: the parsed file.
            context: whatever the converters and hooks need to know; they find it in the run.
        """
        other = of_another_kind(source, self.keys(record))
        if other is not None:
            return Decoded(None, (other,))
        run = Decoding(source, context)
        value: Any = self._readers.reader(record)(source.root, run)
        return Decoded(None if value is BAD else value, run.in_order())

    def keys(self, record: type[Any]) -> tuple[str, ...]:
        """The keys that a record has in a file, in order."""
        return tuple(
            field.metadata.get("key", field.name)
            for field in fields(record)
            if not field.metadata.get("derived") and not field.metadata.get("rest") and field.name != "span"
        )
