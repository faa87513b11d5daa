"""Pages as pictures."""

from io import BytesIO

from PIL import Image
from reportlab.platypus import PageBreak

from report_templates.brand import BrandKit
from report_templates.pictures import page_pngs
from report_templates.style import Look
from tests.report_templates.printed import pdf_of


def test_every_page_is_a_picture_of_the_width_asked_for():
    kit = BrandKit.bundled()
    look = Look.of(kit, "en")
    pdf = pdf_of([look.para("one"), PageBreak(), look.para("two")], kit, 180, 280)
    pictures = [Image.open(BytesIO(png)) for png in page_pngs(pdf, 400)]
    assert [picture.size for picture in pictures] == [(400, 600), (400, 600)]
    assert pictures[0].tobytes() != pictures[1].tobytes()
