"""What files bring along besides pages."""

from __future__ import annotations

from pathlib import Path

from tests.bind.bound import bind, root_of
from tests.bind.packs import page_file


def test_attachments_of_one_name_are_both_kept(tmp_path: Path) -> None:
    def file(text: bytes) -> bytes:
        more = {
            4: b"<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>",
            5: b"<</Type/EmbeddedFile/Length %d>>\nstream\n%b\nendstream" % (len(text), text),
        }
        return page_file(b"/Names<</EmbeddedFiles<</Names[(a.txt)4 0 R]>>>>/AF[4 0 R]", more=more)

    _, pack = bind(tmp_path, file(b"one"), file(b"two"))
    root = root_of(pack)
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    held = [each.get_object()["/EF"]["/F"].get_data() for each in names[1::2]]
    assert (names[::2], held) == (["2.a.txt", "a.txt"], [b"two", b"one"])
    assert list(root["/AF"]) == [names[3], names[1]]


def test_equal_layers_of_two_files_stay_two_layers(tmp_path: Path) -> None:
    view = b"/OCProperties<</OCGs[4 0 R]/D<</Order[4 0 R]/BaseState/OFF>>>>"
    more = {4: b"<</Type/OCG/Name(Answers)>>"}
    _, pack = bind(tmp_path, *[page_file(view, more=more)] * 2)
    layers = root_of(pack)["/OCProperties"]
    assert len({each.idnum for each in layers["/OCGs"]}) == 2
    assert len(layers["/D"]["/OFF"]) == 2  # what was hidden by default still is
