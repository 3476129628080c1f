"""How templates become code: as Jinja does it, with the frequent steps made cheap."""

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension

if TYPE_CHECKING:
    from jinja2.compiler import Frame
    from jinja2.parser import Parser


class QuickCode(CodeGenerator):
    """Writes code that gives what Jinja's gives, and asks Python first.

    An attribute is looked up without a call where the object has it. A text is escaped by
    `environment.escaped`, anything else by `environment.shown`.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._shown: list[str] = []

    def visit_Getattr(self, node: nodes.Getattr, frame: "Frame") -> None:  # noqa: N802
        """Write the look-up of an attribute; `environment.getattr` is left for what has none."""
        thing, found = self.temporary_identifier(), self.temporary_identifier()
        name = repr(node.attr)
        self.write(f"({found} if ({found} := getattr(({thing} := ")
        self.visit(node.node, frame)
        self.write(f"), {name}, missing)) is not missing")
        self.write(f" else environment.getattr({thing}, {name}))")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: "Frame", forward_caller: bool = False
    ) -> None:
        """Write a call: of a macro at once, of anything else by way of the context."""
        nested = any(True for _ in node.find_all(nodes.Call))
        if forward_caller or nested or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        called = self.temporary_identifier()
        self.write(f"({called}(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(f") if type({called} := ")
        self.visit(node.node, frame)
        self.write(") is Macro else ")
        super().visit_Call(node, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: "Frame", finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            shown = self.temporary_identifier()
            self.write(f"(environment.escaped({shown}) if type({shown} := (")
            self._shown.append(shown)

    def _output_child_post(self, node: nodes.Expr, frame: "Frame", finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(f")) is str else environment.shown({self._shown.pop()}))")


class Shared(Extension):
    """`{% shared a, b %} … {% endshared %}`: render a part once for all pages that it is alike on.

    The part may show the named values and links, and nothing else of its page. It is rendered once
    for the same values and the same way to the root.
    """

    tags = {"shared"}  # noqa: RUF012

    def parse(self, parser: "Parser") -> list[nodes.Node]:
        """Write: take the part that is kept, or render it and keep it; then show it."""
        line = next(parser.stream).lineno
        values: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if values:
                parser.stream.expect("comma")
            values.append(parser.parse_expression())
        body = parser.parse_statements(("name:endshared",), drop_needle=True)
        name = f"_shared_{line}"
        key: list[nodes.Expr] = [nodes.Const(f"{parser.name}:{line}"), nodes.List(values)]

        def part() -> nodes.Name:
            return nodes.Name(name, "load")

        kept = self.call_method("_kept", key)
        keep = self.call_method("_keep", [*key, part()])
        parts: list[nodes.Node] = [
            nodes.Assign(nodes.Name(name, "store"), kept),
            nodes.If(
                nodes.Test(part(), "none", [], [], None, None),
                [
                    nodes.AssignBlock(nodes.Name(name, "store"), None, body),
                    nodes.Assign(nodes.Name(name, "store"), keep),
                ],
                [],
                [],
            ),
            nodes.Output([part()]),
        ]
        return [node.set_lineno(line) for node in parts]

    def _kept(self, place: str, values: list[Any]) -> Any:
        kept: Any = self.environment
        return kept.parts.get(place, values)

    def _keep(self, place: str, values: list[Any], part: Any) -> Any:
        kept: Any = self.environment
        return kept.parts.keep(place, values, part)
