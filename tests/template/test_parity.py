import io

import pytest

from draftkit.template import DocxTemplate, Template
from tests.template.canonical import by_docxtpl, canonical
from tests.template.cases import CASES, Case


def test_there_are_at_least_sixty_cases() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_template_renders_as_docxtpl_does(case: Case) -> None:
    expected = by_docxtpl(case.template, case.context(), autoescape=True)
    made = Template(case.template).render(case.context())
    # docxtpl writes the properties of runs and cells as they come; ours stand in the schema's order.
    assert canonical(expected, ordered=True) == canonical(made, ordered=True)


# Without autoescape docxtpl loses the text that has markup in it: that is a trap, not an output to match.
BOTH = [(case, autoescape) for case in CASES for autoescape in (False, True) if autoescape or case.plain]


@pytest.mark.parametrize(
    ("case", "autoescape"), BOTH, ids=lambda value: value.name if isinstance(value, Case) else str(value)
)
def test_docxtpls_interface_renders_as_docxtpl_does(case: Case, *, autoescape: bool) -> None:
    expected = by_docxtpl(case.template, case.context(), autoescape=autoescape)
    template = DocxTemplate(io.BytesIO(case.template))
    template.render(case.context(), autoescape=autoescape)
    buffer = io.BytesIO()
    template.save(buffer)
    assert canonical(expected) == canonical(buffer.getvalue())
