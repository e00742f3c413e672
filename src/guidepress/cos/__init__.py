"""In: the bytes of any PDF. Out: its objects, read where they lie, copied and written (ISO 32000-1, 7.2 to 7.5).

"COS" is the name that the readers of the specification use for this layer: objects without their meaning.
"""

from guidepress.cos.file import File, Raw
from guidepress.cos.opening import open_file, reading
from guidepress.cos.values import Malformed, Name, Ref, Stream, Value

__all__ = ["File", "Malformed", "Name", "Raw", "Ref", "Stream", "Value", "open_file", "reading"]
